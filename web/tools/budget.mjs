// The bytes that a visit may cost, counted from what Vite wrote: all scripts together, and those of each page with the first chunk; words
// are data, and counted apart, all areas in the heaviest language. `node tools/budget.mjs` prints the table; the build fails where a line
// is over its bound.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {LANGUAGES} from './texts.mjs';

// All pages of the public in all their chunks; a visit loads a part of them. Words of a video are loaded where there are some, beside all
// that, by whoever searches in words, and by editors.
export const ALL = 60_000;
const BESIDE = ['src/transcript/words.tsx', 'src/pages/search.tsx', 'src/pages/editors.ts'];
export const TRANSCRIPT = 8_000;
export const PAGE = 40_000;
export const WORDS = 30_000;

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
  // The first script asks for the shell by itself, so that both come at once.
  const shell = Object.keys(manifest).find((key) => /^_core-.*\.js$/.test(key));
  const entry = [...closure('index.html'), ...closure(shell)];
  const [transcript, ...others] = BESIDE.map((key) => manifest[key].file);
  const pages = Object.keys(manifest).filter((key) => key.startsWith('src/pages/'));
  return [
    {
      name: 'all scripts of the public',
      bytes: scripts
        .filter((file) => file !== transcript && !others.includes(file))
        .reduce((all, file) => all + bytes(file), 0),
      most: ALL,
    },
    {name: 'transcript', bytes: bytes(transcript), most: TRANSCRIPT},
    {name: 'all words of a language', bytes: wordsOf(dist), most: WORDS},
    ...pages.map((key) => ({
      name: key.slice('src/pages/'.length),
      bytes: sum([...entry, ...closure(key)]),
      most: PAGE,
    })),
  ];
}

function wordsOf(dist) {
  const files = readdirSync(path.join(dist, 'assets')).filter((name) => /^words-.*\.json$/.test(name));
  const packed = (name) => gzipSync(readFileSync(path.join(dist, 'assets', name)), {level: 9}).length;
  return Math.max(
    ...LANGUAGES.map((language) =>
      files.filter((name) => name.includes(`-${language}-`)).reduce((all, name) => all + packed(name), 0),
    ),
  );
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
