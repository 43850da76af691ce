// Flags of countries as files, one a country (flag-icons, MIT): copied at the build, loaded one by one where they are seen.
import {readdirSync, readFileSync} from 'node:fs';

const folder = new URL('../node_modules/flag-icons/flags/4x3/', import.meta.url);
const {version} = JSON.parse(
  readFileSync(new URL('../node_modules/flag-icons/package.json', import.meta.url), 'utf8'),
);
const codes = readdirSync(folder)
  .filter((name) => /^[a-z]{2}\.svg$/.test(name))
  .map((name) => name.slice(0, 2));

/** Vite: `virtual:flags` says which there are and where. */
export function flags() {
  const base = `/assets/flags-${version}/`;
  return {
    name: 'clipdesk-flags',
    resolveId: (id) => (id === 'virtual:flags' ? `\0${id}` : undefined),
    load: (id) =>
      id === '\0virtual:flags'
        ? `export default ${JSON.stringify({codes: codes.join(' '), base})};`
        : undefined,
    generateBundle() {
      for (const code of codes)
        this.emitFile({
          type: 'asset',
          fileName: `${base.slice(1)}${code}.svg`,
          source: readFileSync(new URL(`${code}.svg`, folder)),
        });
    },
    configureServer(server) {
      server.middlewares.use(base, (request, response, next) => {
        const code = /^\/([a-z]{2})\.svg$/.exec(request.url)?.[1];
        if (!codes.includes(code)) return next();
        response.setHeader('Content-Type', 'image/svg+xml');
        return response.end(readFileSync(new URL(`${code}.svg`, folder)));
      });
    },
  };
}
