import {readFileSync} from 'node:fs';
import type {Plugin} from 'vite';
import {defineConfig} from 'vitest/config';
import {messages} from './tools/messages.mjs';
import {fill} from './tools/site.mjs';

/** `make dev`: the shell of the language in the path, with the example's words; the API is the running stack's. */
function shells(): Plugin {
  const site = () => JSON.parse(readFileSync(new URL('site.json', import.meta.url), 'utf8'));
  return {
    name: 'clipdesk-shells',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, {originalUrl}) =>
        fill(html, /^\/(fr|en|uk)\b/.exec(originalUrl ?? '')?.[1] ?? 'fr', site()),
    },
  };
}

export default defineConfig({
  plugins: [messages(), shells()],
  oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
  resolve: {
    alias: {react: 'preact/compat', 'react-dom': 'preact/compat'},
  },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    manifest: true,
    modulePreload: {polyfill: false},
    assetsInlineLimit: 0,
  },
  server: {
    port: 4680,
    strictPort: true,
    proxy: {'/v1': {target: 'http://localhost:4566/_aws/execute-api/clipdesk/live', changeOrigin: true}},
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
  },
});
