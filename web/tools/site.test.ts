// @vitest-environment node
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {check, colours, contrast, fill} from './site.mjs';

const SITE = JSON.parse(readFileSync(new URL('../site.json', import.meta.url), 'utf8'));
const SHELL = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
const changed = (some: object) => check({...SITE, ...some}) as string[];

describe('a site description', () => {
  it('is right in the example', () => {
    expect(check(SITE)).toEqual([]);
  });

  it('is an object of members that pages know', () => {
    for (const none of [null, [], 'text']) expect(check(none)).toEqual(['site.json must hold an object']);
    expect(changed({extra: 1})).toEqual(['extra is not a member that pages know']);
  });

  it.each(['name', 'help', 'imprint', 'privacy'])('has %s in three languages', (member) => {
    for (const language of ['fr', 'en', 'uk'])
      for (const text of [undefined, '', ' ', 7, 'x'.repeat(301)])
        expect(changed({[member]: {...SITE[member], [language]: text}})[0]).toMatch(
          `${member}.${language} must`,
        );
  });

  it('leads to https addresses alone', () => {
    for (const address of ['http://a.example', 'javascript:alert(1)', '/imprint', 'a.example'])
      expect(changed({imprint: {...SITE.imprint, uk: address}})).toEqual([
        'imprint.uk must be an https:// address',
      ]);
  });

  it.each(['contact', 'accessibility', 'sender'])('has a mail address as %s', (member) => {
    for (const address of [undefined, '', 'a', 'a@b', 'a b@c.example', '"<x>"@c.example'])
      expect(changed({[member]: address})).toEqual([`${member} must be a mail address`]);
  });

  it('names a time zone that there is', () => {
    for (const timeZone of [undefined, '', 'Mars/Olympus'])
      expect(changed({timeZone})[0]).toMatch(/^timeZone/);
  });

  it('has colours with enough contrast', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
    expect(changed({accent: '#767676', accentInk: '#ffffff'})).toEqual([]);
    expect(changed({accent: '#777777', accentInk: '#ffffff'})[0]).toContain('contrast of 4.48');
    for (const colour of ['red', '#fff', '#12345g', 'url(x)', undefined])
      expect(changed({accent: colour})).toEqual(['accent must be a colour such as #0b5068']);
    expect(colours(SITE)).toBe(`:root{--org-accent:${SITE.accent};--org-accent-ink:${SITE.accentInk}}\n`);
  });

  it('says all its faults at once', () => {
    expect(changed({contact: '', timeZone: '', accent: ''})).toHaveLength(3);
  });
});

describe('a shell', () => {
  it('says without script, in its language, what it needs and whom to write to', () => {
    const needs = {fr: 'ont besoin de JavaScript', en: 'need JavaScript', uk: 'JavaScript'};
    for (const [language, words] of Object.entries(needs)) {
      const shell = fill(SHELL, language, SITE);
      const silent = /<noscript>(.*)<\/noscript>/s.exec(shell)?.[1];
      expect(shell).toContain(`<html lang="${language}">`);
      expect(silent).toContain(words);
      expect(silent).toContain(SITE.name[language]);
      expect(silent).toContain(`href="mailto:${SITE.contact}"`);
      expect(shell).not.toMatch(/%\w+%/);
    }
  });

  it('escapes what it is filled with', () => {
    const name = {...SITE.name, en: '"><script>alert(1)</script>&'};
    const shell = fill(SHELL, 'en', {...SITE, name});
    expect(shell).not.toContain('<script>alert');
    expect(shell).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;');
  });
});
