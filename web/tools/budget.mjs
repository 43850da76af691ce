// The bytes that a visit may cost, counted from what Vite wrote: all scripts together, and those of each page in its heaviest
// language with the first chunk. `node tools/budget.mjs` prints the table; the build fails where a line is over its bound.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

export const ALL = 60_000;
export const PAGE = 40_000;

/** Rows of `{name, bytes, most}`: gzip level 9. */
export function measure(dist) {
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
  const size = new Map();
  const bytes = (file) => {
    if (!size.has(file)) size.set(file, gzipSync(readFileSync(path.join(dist, file)), {level: 9}).length);
    return size.get(file);
  };
  const closure = (key, seen = new Set()) => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) closure(next, seen);
    return seen;
  };
  const scripts = [...new Set(Object.values(manifest).map((chunk) => chunk.file))].filter((file) =>
    file.endsWith('.js'),
  );
  const sum = (keys) =>
    [...new Set([...keys].map((key) => manifest[key].file))].reduce((all, file) => all + bytes(file), 0);
  const entry = closure('index.html');
  const words = Object.keys(manifest).filter(
    (key) => manifest[key].isDynamicEntry && !key.startsWith('src/'),
  );
  const heaviest = Math.max(
    ...['fr', 'en', 'uk'].map((l) => sum(words.filter((key) => key.includes(`/${l}/`)))),
  );
  const pages = Object.keys(manifest).filter((key) => key.startsWith('src/pages/'));
  return [
    {name: 'all scripts', bytes: scripts.reduce((all, file) => all + bytes(file), 0), most: ALL},
    ...pages.map((key) => ({
      name: key.slice('src/pages/'.length),
      bytes: sum([...entry, ...closure(key)]) + heaviest,
      most: PAGE,
    })),
  ];
}

/** Prints the table; false where a bound does not hold. */
export function report(dist) {
  const rows = measure(dist);
  for (const {name, bytes, most} of rows)
    console.log(
      `${bytes > most ? '!' : ' '} ${name.padEnd(32)} ${String(bytes).padStart(7)} of ${most} bytes`,
    );
  return rows.every(({bytes, most}) => bytes <= most);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = report(fileURLToPath(new URL('../dist', import.meta.url))) ? 0 : 1;
}
