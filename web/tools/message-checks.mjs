// What is wrong with the messages: holes, words that no page says, arguments and letters that differ between languages.
import {readdirSync, readFileSync} from 'node:fs';
import {parse} from '@messageformat/parser';
import {LANGUAGES, readAll} from './texts.mjs';

const web = new URL('../', import.meta.url);

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
  if (/ [–—]/.test(text)) faults.push('a dash that a line may begin with: use a no-break space (U+00A0)');
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
