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

/** The shells name the script and the style that every page needs, so that both come beside the first script, and not after it. */
function core(): Plugin {
  return {
    name: 'clipdesk-core',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, {bundle = {}}) =>
        Object.keys(bundle)
          .filter((file) => /^assets\/core-.*\.(js|css)$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: file.endsWith('.js') ? 'modulepreload' : 'stylesheet',
              crossorigin: true,
              href: `/${file}`,
            },
            injectTo: 'head',
          })),
    },
  };
}

export default defineConfig({
  plugins: [messages(), flags(), shells(), core()],
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
        // What every page needs is one file; so is what the pages of cutting share. Each further one would cost a visit a request.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'core',
              test: /node_modules|src\/(api\/(?!ahead|events)|i18n\/(?!language)|shell|styles|ui\/(?!flag|form\.tsx|poster)|lib\/(clock|draft|load|offer|site|steps)|account\/person)/,
              priority: 2,
            },
            {name: 'cuts', test: /src\/(clips\/|tickets\/|lib\/(frames|timecode|moment))/, priority: 1},
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
    // Against what hangs; a machine with other work is slow, and no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
