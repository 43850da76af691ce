// What the pages say, from `messages/{language}/{area}.json` (ICU MessageFormat): checked, compiled to one file of data an area and
// language, and told to TypeScript. A hole in any language stops the build. `node tools/messages.mjs` checks and writes the types.
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parse} from '@messageformat/parser';

export const LANGUAGES = ['fr', 'en', 'uk'];
// Areas that are spoken together are one file: each of its own would cost a visit a request. All others are files of their own.
const TOGETHER = {
  core: ['shell', 'ui', 'problem', 'rule'],
  work: ['video', 'clipper'],
  taken: ['files', 'clip', 'ticket'],
};
const web = new URL('../', import.meta.url);
const folder = (language) => new URL(`messages/${language}/`, web);

/** Areas that any language has, sorted. */
export const areas = () =>
  [...new Set(LANGUAGES.flatMap((language) => readdirSync(folder(language))))]
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();

/** Messages of an area with their full keys, `area.name`. */
export function read(language, area) {
  let texts;
  try {
    texts = JSON.parse(readFileSync(new URL(`${area}.json`, folder(language)), 'utf8'));
  } catch (cause) {
    if (cause.code === 'ENOENT') return {};
    throw new Error(`messages/${language}/${area}.json: ${cause.message}`);
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${area}.${name}`, text]));
}

/** Faults of all messages, as sentences, and the arguments of each English one. */
export function check({sources = readSources(), same = readSame(), texts = readAll()} = {}) {
  const faults = [];
  const signatures = {};
  for (const language of LANGUAGES) {
    signatures[language] = new Map();
    for (const [key, text] of Object.entries(texts[language])) {
      try {
        const read = readMessage(text, language);
        faults.push(...read.faults.map((fault) => `${language}: ${key}: ${fault}`));
        signatures[language].set(key, read.signature);
      } catch (cause) {
        faults.push(`${language}: ${key}: ${cause.message}`);
      }
    }
  }
  for (const key of new Set(LANGUAGES.flatMap((language) => [...signatures[language].keys()]))) {
    const having = LANGUAGES.filter((language) => signatures[language].has(key));
    for (const language of LANGUAGES.filter((language) => !having.includes(language)))
      faults.push(`${language}: ${key} is missing`);
    if (new Set(having.map((language) => signatures[language].get(key))).size > 1)
      faults.push(
        `${key}: arguments differ: ${having.map((l) => `${l} (${signatures[l].get(key)})`).join(', ')}`,
      );
    if (having.length === LANGUAGES.length) {
      const spoken = LANGUAGES.map((language) => texts[language][key]);
      if (new Set(spoken).size < spoken.length && !same.has(key))
        faults.push(`${key}: two languages say the same; translate it or list it in messages/same.json`);
    }
    if (!isUsed(key, sources)) faults.push(`${key} is used nowhere`);
  }
  for (const key of same)
    if (!signatures.en.has(key)) faults.push(`messages/same.json: ${key} does not exist`);
  return {faults: faults.sort(), signatures: signatures.en};
}

function readMessage(text, language) {
  const faults = [];
  const needed = {
    plural: new Intl.PluralRules(language).resolvedOptions().pluralCategories,
    selectordinal: new Intl.PluralRules(language, {type: 'ordinal'}).resolvedOptions().pluralCategories,
  };
  const args = new Map();
  const walk = (tokens) => {
    for (const token of tokens) {
      if (token.type === 'content') faults.push(...readLetters(token.value, language));
      if (token.arg) args.set(token.arg, token.type in needed ? 'number' : 'text');
      if (token.type === 'function') faults.push(`formatter ${token.key}: pass formatted text instead`);
      const cases = (token.cases ?? []).map((one) => one.key);
      for (const category of needed[token.type] ?? [])
        if (!cases.includes(category)) faults.push(`plural form "${category}" of {${token.arg}} is missing`);
      // One is 21 and 31 as well in Ukrainian, so the number has to be said.
      const one = token.type === 'plural' && language === 'uk' && token.cases.find(({key}) => key === 'one');
      if (one && !JSON.stringify(one.tokens).includes('octothorpe'))
        faults.push(`plural form "one" of {${token.arg}} does not say #`);
      for (const one of token.cases ?? []) walk(one.tokens);
    }
  };
  walk(parse(text));
  const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => match[1]);
  for (const tag of tags) {
    if (!text.includes(`</${tag}>`)) faults.push(`<${tag}> is not closed`);
    args.set(`<${tag}>`, 'tag');
  }
  return {
    faults,
    signature: [...args]
      .map(([name, kind]) => `${name}:${kind}`)
      .sort()
      .join(' '),
  };
}

// French typography: a thin no-break space before ; ! ? and inside « », a no-break space before a colon (Imprimerie nationale).
function readLetters(text, language) {
  const faults = [];
  if (text.includes("'")) faults.push('a straight apostrophe: use ’');
  if (/\.\.\./.test(text)) faults.push('three full stops: use …');
  if (language === 'fr') {
    if (/[^\u202f\s][;!?»]|[ \u00a0][;!?»]/.test(text))
      faults.push('; ! ? » without the thin space (U+202F)');
    if (/«[^\u202f]/.test(text)) faults.push('« without the thin space (U+202F)');
    if (/[^\u00a0\u202f\d/]:(?!\/\/)|:(?=[^\s\d/])/.test(text))
      faults.push('a colon without its no-break space (U+00A0)');
  }
  if (language === 'uk' && /[ыэёъ]/i.test(text)) faults.push('a letter that Ukrainian does not have');
  return faults;
}

// A key is used where it stands as a whole, or where the part before its last dot or dash begins a template literal.
function isUsed(key, sources) {
  if (sources.includes(`'${key}'`)) return true;
  for (let end = key.length - 1; end > 0; end--)
    if (sources.includes(`\`${key.slice(0, end)}\${`)) return true;
  return false;
}

function readSources(url = new URL('src/', web)) {
  return readdirSync(url, {recursive: true})
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name))
    .map((name) => readFileSync(new URL(name, url), 'utf8'))
    .join('\n')
    .concat(readFileSync(new URL('tools/site.mjs', web), 'utf8'));
}

const readSame = () => new Set(JSON.parse(readFileSync(new URL('messages/same.json', web), 'utf8')));

const readAll = () =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.assign({}, ...areas().map((area) => read(language, area))),
    ]),
  );

function writeTypes(signatures) {
  const lines = [...signatures].map(([key, signature]) => {
    const args = signature
      .split(' ')
      .filter((arg) => arg && !arg.startsWith('<'))
      .map((arg) => arg.split(':'))
      .map(([name, kind]) => `${JSON.stringify(name)}: ${kind === 'number' ? 'number' : 'string | number'}`);
    return `  ${JSON.stringify(key)}: ${args.length ? `{${args.join('; ')}}` : 'undefined'};`;
  });
  mkdirSync(new URL('src/i18n/', web), {recursive: true});
  writeFileSync(
    new URL('src/i18n/messages.d.ts', web),
    `// Made by tools/messages.mjs.\nexport interface Messages {\n${lines.join('\n')}\n}\nexport type Area = ${areas()
      .map((area) => JSON.stringify(area))
      .join(' | ')};\n`,
  );
}

/**
 * The messages of an area as data, for src/i18n/say.ts: a text, or a list of parts. A part is a text, 0 for the number of the plural
 * that it stands in, `[argument]`, or `[argument, cases, kind]` with kind `plural`, `selectordinal` or `select`.
 */
export function compile(texts) {
  const parts = (tokens) =>
    tokens.map((token) => {
      if (token.type === 'content') return token.value;
      if (token.type === 'octothorpe') return 0;
      if (token.type === 'argument') return [token.arg];
      return [
        token.arg,
        Object.fromEntries(token.cases.map((one) => [one.key, parts(one.tokens)])),
        token.type,
      ];
    });
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      const made = parts(parse(text));
      return [key, made.every((part) => typeof part === 'string') ? made.join('') : made];
    }),
  );
}

/** The file that an area is in. */
export const fileOf = (area) => Object.keys(TOGETHER).find((name) => TOGETHER[name].includes(area)) ?? area;

/** Vite: `virtual:messages` exports a function that gives, once asked for, the messages of an area and language, and those beside it. */
export function messages() {
  let building = false;
  return {
    name: 'clipdesk-messages',
    configResolved(config) {
      building = config.command === 'build';
    },
    buildStart() {
      const {faults, signatures} = check();
      writeTypes(signatures);
      if (faults.length) this.error(`messages:\n  ${faults.join('\n  ')}`);
    },
    resolveId: (id) => (id === 'virtual:messages' ? `\0${id}` : undefined),
    load(id) {
      if (id !== '\0virtual:messages') return undefined;
      const all = {};
      for (const area of areas())
        for (const language of LANGUAGES) {
          const name = fileOf(area);
          all[name] = {
            ...all[name],
            [language]: {...all[name]?.[language], ...compile(read(language, area))},
          };
        }
      const files = Object.fromEntries(areas().map((area) => [area, fileOf(area)]));
      if (!building)
        return `const all = ${JSON.stringify(all)};
          const files = ${JSON.stringify(files)};
          export default async (area, language) => all[files[area]][language];`;
      const marks = {};
      for (const [name, languages] of Object.entries(all)) {
        marks[name] = LANGUAGES.map((language) => {
          const source = JSON.stringify(languages[language]);
          const mark = createHash('sha256').update(source).digest('base64url').slice(0, 8);
          this.emitFile({type: 'asset', fileName: `assets/words-${name}-${language}-${mark}.json`, source});
          return mark;
        });
      }
      const together = Object.fromEntries(Object.entries(files).filter(([area, name]) => area !== name));
      return `const marks = ${JSON.stringify(marks)};
        const together = ${JSON.stringify(together)};
        const asked = {};
        const ask = async (file) => {
          const response = await fetch(file);
          if (!response.ok) throw new Error(file);
          return response.json();
        };
        export default (area, language) => {
          const name = together[area] ?? area;
          const mark = marks[name][${JSON.stringify(LANGUAGES)}.indexOf(language)];
          const file = \`/assets/words-\${name}-\${language}-\${mark}.json\`;
          asked[file] ??= ask(file).catch((cause) => {
            delete asked[file];
            throw cause;
          });
          return asked[file];
        };`;
    },
    handleHotUpdate({file, server}) {
      if (file.includes('/messages/')) server.ws.send({type: 'full-reload'});
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {faults, signatures} = check();
  writeTypes(signatures);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length ? 1 : 0;
}
