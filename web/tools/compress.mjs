// Brotli beside each text file, for serve.mjs; CloudFront packs by itself.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

/** Packs every .js, .css, .json and .svg of a folder. */
export function compress(folder) {
  for (const name of readdirSync(folder, {recursive: true}).filter((name) =>
    /\.(js|css|json|svg)$/.test(name),
  )) {
    pack(path.join(folder, name));
  }
}

/** Packs one file. */
export function pack(file) {
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(readFileSync(file), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}),
  );
}
