// @vitest-environment node
import {describe, expect, it} from 'vitest';
import {check} from './message-checks.mjs';

const faults = (fr: object, en: object, uk: object, sources = "t('a.b')", same = new Set<string>()) =>
  check({sources, same, texts: {fr, en, uk}}).faults as string[];
const said = (text: string, of: 'fr' | 'en' | 'uk') =>
  faults(
    {'a.b': of === 'fr' ? text : 'un'},
    {'a.b': of === 'en' ? text : 'one'},
    {'a.b': of === 'uk' ? text : 'раз'},
  );

describe('messages', () => {
  it('are right where nothing is wrong', () => {
    expect(faults({'a.b': 'un'}, {'a.b': 'one'}, {'a.b': 'раз'})).toEqual([]);
  });

  it('are missed in each language', () => {
    expect(faults({}, {'a.b': 'one'}, {'a.b': 'раз'})).toEqual(['fr: a.b is missing']);
    expect(faults({'a.b': 'un'}, {'a.b': 'one'}, {})).toEqual(['uk: a.b is missing']);
  });

  it('are used, by their key or by the beginning of a template', () => {
    expect(faults({'a.b': 'un'}, {'a.b': 'one'}, {'a.b': 'раз'}, '')).toEqual(['a.b is used nowhere']);
    expect(faults({'a.b': 'un'}, {'a.b': 'one'}, {'a.b': 'раз'}, `t(\`a.\${code}\`)`)).toEqual([]);
  });

  it('have the same arguments and tags', () => {
    expect(faults({'a.b': 'un {n}'}, {'a.b': 'one'}, {'a.b': 'раз {n}'})[0]).toMatch(/arguments differ/);
    expect(faults({'a.b': 'un <x>a</x>'}, {'a.b': 'one'}, {'a.b': 'раз'})[0]).toMatch(/arguments differ/);
    expect(said('<x>open', 'en').join()).toContain('<x> is not closed');
  });

  it('have every plural form of their language', () => {
    const plural = '{n, plural, one {#} other {#}}';
    const missing = faults({'a.b': plural}, {'a.b': plural}, {'a.b': plural}, "t('a.b')", new Set(['a.b']));
    expect(missing).toEqual([
      'fr: a.b: plural form "many" of {n} is missing',
      'uk: a.b: plural form "few" of {n} is missing',
      'uk: a.b: plural form "many" of {n} is missing',
    ]);
  });

  it('say the number in the Ukrainian form for one, which is that of 21, too', () => {
    const forms = (one: string) => `{n, plural, one {${one}} few {# а} many {# б} other {# в}}`;
    const fr = '{n, plural, one {un} many {# d} other {# e}}';
    const en = '{n, plural, one {one} other {#}}';
    expect(faults({'a.b': fr}, {'a.b': en}, {'a.b': forms('раз')})[0]).toContain('does not say #');
    expect(faults({'a.b': fr}, {'a.b': en}, {'a.b': forms('# раз')})).toEqual([]);
  });

  it('differ between languages, or are listed', () => {
    const same = [{'a.b': 'OK'}, {'a.b': 'OK'}, {'a.b': 'Гаразд'}] as const;
    expect(faults(...same)[0]).toMatch(/two languages say the same/);
    expect(faults(...same, "t('a.b')", new Set(['a.b']))).toEqual([]);
    expect(faults({}, {}, {}, '', new Set(['a.c']))).toEqual(['messages/same.json: a.c does not exist']);
  });

  it('keep the French spaces', () => {
    for (const text of [
      'Quoi?',
      'Quoi ?',
      'Quoi\u00a0?',
      '«\u202foui»',
      '« oui\u202f»',
      'Note: oui',
      'Note : oui',
    ])
      expect(said(text, 'fr'), text).toHaveLength(1);
    for (const text of [
      'Quoi\u202f?',
      '«\u202foui\u202f»',
      'Note\u00a0: oui',
      'à 10:20',
      'https://a.example',
    ])
      expect(said(text, 'fr'), text).toEqual([]);
  });

  it('have no Russian letters, straight apostrophes, three full stops or loose dashes', () => {
    for (const letter of 'ыэёъЫ') expect(said(`сл${letter}во`, 'uk')).toHaveLength(1);
    expect(said("don't", 'en')).toHaveLength(1);
    expect(said('wait...', 'en')).toHaveLength(1);
    expect(said('so – it is', 'en')).toHaveLength(1);
    expect(said('so\u00a0– it is', 'en')).toEqual([]);
    expect(said('don’t wait…', 'en')).toEqual([]);
  });

  it('say what cannot be parsed', () => {
    expect(said('{n', 'en').length).toBeGreaterThan(0);
  });
});
