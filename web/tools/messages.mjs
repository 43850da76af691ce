// The messages in a build: checked, told to TypeScript, and one file of data for each area and language. A hole in any language stops
// the build. `node tools/messages.mjs` checks and writes the types.
import {createHash} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {check} from './message-checks.mjs';
import {areas, compile, LANGUAGES, read} from './texts.mjs';

// Areas that are spoken together are one file: each of its own would cost a visit a request. All others are files of their own.
const TOGETHER = {
  core: ['shell', 'ui', 'problem', 'rule'],
  work: ['video', 'clipper'],
  taken: ['files', 'clip', 'ticket'],
};
const i18n = new URL('../src/i18n/', import.meta.url);

function writeTypes(signatures) {
  const lines = [...signatures].map(([key, signature]) => {
    const args = signature
      .split(' ')
      .filter((arg) => arg && !arg.startsWith('<'))
      .map((arg) => arg.split(':'))
      .map(([name, kind]) => `${JSON.stringify(name)}: ${kind === 'number' ? 'number' : 'string | number'}`);
    return `  ${JSON.stringify(key)}: ${args.length ? `{${args.join('; ')}}` : 'undefined'};`;
  });
  mkdirSync(i18n, {recursive: true});
  writeFileSync(
    new URL('messages.d.ts', i18n),
    `// Made by tools/messages.mjs.\nexport interface Messages {\n${lines.join('\n')}\n}\nexport type Area = ${areas()
      .map((area) => JSON.stringify(area))
      .join(' | ')};\n`,
  );
}

/** The file that an area is in. */
const fileOf = (area) => Object.keys(TOGETHER).find((name) => TOGETHER[name].includes(area)) ?? area;

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
