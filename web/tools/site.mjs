// Makes of the built pages those of one organisation: `node tools/site.mjs SITE.json DIST OUT` copies DIST to OUT, fills each
// shell with the site's words and writes its colours. What is wrong in SITE.json is said, all of it, and nothing is written.
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {pack} from './compress.mjs';
import {LANGUAGES, read} from './texts.mjs';

const COLOUR = /^#[0-9a-f]{6}$/i;
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** Faults of a site description, as sentences. */
export function check(site) {
  const faults = [];
  const known = new Set([
    'name',
    'contact',
    'accessibility',
    'sender',
    'help',
    'timeZone',
    'imprint',
    'privacy',
    'accent',
    'accentInk',
  ]);
  if (site === null || typeof site !== 'object' || Array.isArray(site))
    return ['site.json must hold an object'];
  for (const member of Object.keys(site))
    if (!known.has(member)) faults.push(`${member} is not a member that pages know`);
  for (const member of ['name', 'help', 'imprint', 'privacy'])
    for (const language of LANGUAGES) {
      const text = site[member]?.[language];
      if (typeof text !== 'string' || !text.trim() || text.length > 300)
        faults.push(`${member}.${language} must be a text of 1 to 300 characters`);
      else if (['imprint', 'privacy'].includes(member) && !isAddress(text))
        faults.push(`${member}.${language} must be an https:// address`);
    }
  for (const member of ['contact', 'accessibility', 'sender'])
    if (!ADDRESS.test(site[member] ?? '')) faults.push(`${member} must be a mail address`);
  try {
    new Intl.DateTimeFormat('en', {timeZone: site.timeZone ?? 'none'});
  } catch {
    faults.push('timeZone must be a name of the IANA database, such as Europe/Brussels');
  }
  for (const member of ['accent', 'accentInk'])
    if (!COLOUR.test(site[member] ?? '')) faults.push(`${member} must be a colour such as #0b5068`);
  if (
    COLOUR.test(site.accent ?? '') &&
    COLOUR.test(site.accentInk ?? '') &&
    contrast(site.accent, site.accentInk) < 4.5
  )
    faults.push(
      `accent and accentInk have a contrast of ${contrast(site.accent, site.accentInk).toFixed(2)}; text needs 4.5 (WCAG 2.2, 1.4.3)`,
    );
  return faults;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one, other) {
  const luminance = (colour) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function isAddress(text) {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

const quoted = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Fills the placeholders of a shell. */
export function fill(html, language, site) {
  const words = read(language, 'shell');
  const values = {
    lang: language,
    title: `${words['shell.product']} – ${site.name[language]}`,
    description: words['shell.description'],
    noscript: words['shell.noscript'],
    contact: site.contact,
    site: JSON.stringify(site),
  };
  return html.replace(/%(lang|title|description|noscript|contact|site)%/g, (_, name) => quoted(values[name]));
}

/** The organisation's colours, for the tokens to derive from. */
export const colours = (site) => `:root{--org-accent:${site.accent};--org-accent-ink:${site.accentInk}}\n`;

function main([from, dist, out]) {
  let site;
  try {
    site = JSON.parse(readFileSync(from, 'utf8'));
  } catch (cause) {
    console.error(`${from}: ${cause.message}`);
    return 1;
  }
  const faults = check(site);
  for (const fault of faults) console.error(`${from}: ${fault}`);
  if (faults.length) return 1;
  if (!out) return 0;
  rmSync(out, {recursive: true, force: true});
  cpSync(dist, out, {recursive: true});
  const shell = readFileSync(path.join(dist, 'index.html'), 'utf8');
  rmSync(path.join(out, 'index.html'));
  for (const language of LANGUAGES) {
    mkdirSync(path.join(out, language), {recursive: true});
    const file = path.join(out, language, 'index.html');
    writeFileSync(file, fill(shell, language, site));
    pack(file);
  }
  writeFileSync(path.join(out, 'site.css'), colours(site));
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
