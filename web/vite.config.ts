import {readFileSync} from 'node:fs';
import type {Plugin} from 'vite';
import {defineConfig} from 'vitest/config';
import {flags} from './tools/flags.mjs';
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
  plugins: [messages(), flags(), shells()],
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
    rolldownOptions: {
      output: {
        // Pages that one visit goes through are one file: packed together they take a quarter less, and the next page is there already.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules|src\/(api|i18n|shell|ui\/(?!flag|poster|form|field|select)|lib\/(clock|draft|load|return-path|site)|account\/person)/,
              priority: 2,
            },
            {name: 'forms', test: /src\/ui\/(form|field|select)/, priority: 2},
            {name: 'account-pages', test: /src\/(pages\/(sign-|reset|account)|account\/)/, priority: 1},
            {name: 'cuts', test: /src\/(clips\/|tickets\/|lib\/(frames|timecode|moment))/, priority: 2},
            {name: 'lists', test: /src\/(pages\/(clips|downloads|home|videos)\.|lists\/)/, priority: 1},
            {name: 'texts', test: /src\/pages\/(terms|privacy|accessibility|missing)/, priority: 1},
          ],
        },
      },
    },
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
