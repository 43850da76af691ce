declare module 'virtual:flags' {
  /** Codes of the countries that have a flag, with blanks between them, and what stands before the name of each file. */
  const flags: {codes: string; base: string};
  export default flags;
}
