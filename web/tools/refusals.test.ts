// @vitest-environment node
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {LANGUAGES, readAll} from './texts.mjs';

const project = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, project), 'utf-8');
const texts: Record<string, Record<string, string>> = readAll();

/** What the ingest puts into its report: a code, and behind it an English sentence. */
function codesOfIngest(): string[] {
  const ingest = 'functions/media/src/main/java/clipdesk/media/ingest/';
  const sources = readdirSync(new URL(ingest, project)).map((name) => read(ingest + name));
  for (const rules of ['RequestBody', 'TextRule'])
    sources.push(read(`functions/common/src/main/java/clipdesk/common/json/${rules}.java`));
  const codes = sources.flatMap((text) => [
    ...text.matchAll(/"([a-z][a-z0-9-]*)",\s*"[A-Z%]|(?<=return .*)Optional\.of\("([a-z-]+)"\)/g),
  ]);
  return [...new Set(codes.map((found) => found[1] ?? found[2] ?? ''))].sort();
}

/** What the library says of a text or of words that it does not take, and the portal beside it. */
function codesOfTranscripts(): string[] {
  const library = 'transcript/src/main/java/clipdesk/transcript/';
  const sources = ['heard/', 'text/'].flatMap((folder) =>
    readdirSync(new URL(library + folder, project)).map((name) => read(library + folder + name)),
  );
  const codes = sources.flatMap((text) => [...text.matchAll(/InputException\(\s*"([a-z0-9-]+)"/g)]);
  return [...new Set(codes.map((found) => found[1] ?? '')), 'unknown-language', 'recognition-failed'];
}

/** The codes of a clip that failed, as the contract lists them. */
function codesOfClips(): string[] {
  const listed = /code: \{enum: \[(source-changed[^\]]*)\]/.exec(read('docs/openapi.yaml'));
  return (listed?.[1] ?? '').split(', ');
}

describe('a refusal', () => {
  it('of a video has words for each code of the ingest in every language', () => {
    expect(codesOfIngest()).toContain('variable-frame-rate');
    for (const language of LANGUAGES)
      for (const code of codesOfIngest())
        expect(texts[language]?.[`editor.fault-${code}`], `${language}: ${code}`).toBeTruthy();
  });

  it('of a text or of words has words for each code of the library in every language', () => {
    expect(codesOfTranscripts()).toContain('bad-docx');
    for (const language of LANGUAGES)
      for (const code of codesOfTranscripts())
        expect(texts[language]?.[`editor.why-${code}`], `${language}: ${code}`).toBeTruthy();
  });

  it('of a clip has words for each code of the contract in every language', () => {
    expect(codesOfClips()).toContain('unsupported-source');
    for (const language of LANGUAGES)
      for (const code of codesOfClips())
        expect(texts[language]?.[`clip.failed-${code}`], `${language}: ${code}`).toBeTruthy();
  });
});
