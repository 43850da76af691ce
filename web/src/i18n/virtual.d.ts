declare module 'virtual:messages' {
  const loaders: Record<
    string,
    Record<string, () => Promise<{default: Record<string, (args?: unknown) => string>}>>
  >;
  export default loaders;
}
