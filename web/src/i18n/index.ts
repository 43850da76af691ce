import words from 'virtual:messages';
import type {ComponentChildren, VNode} from 'preact';
import {type Language, language} from './language';
import type {Area, Messages} from './messages';
import {fill, type Message} from './say';

export {LANGUAGES, type Language, language} from './language';

export type MessageKey = keyof Messages;
type Args<K extends MessageKey> = Messages[K] extends undefined ? [] : [args: Messages[K]];

/** Names of the languages, each in itself. */
export const NAMES: Readonly<Record<Language, string>> = {fr: 'Français', en: 'English', uk: 'Українська'};

/** Its locale, for figures, dates and plurals. */
export const LOCALE = {fr: 'fr-FR', en: 'en-GB', uk: 'uk-UA'}[language];

const loaded: Record<string, Message> = {};

/** Makes the messages of these areas sayable; resolved once they are. */
export async function speak(...areas: Area[]): Promise<void> {
  await Promise.all(areas.map(async (area) => Object.assign(loaded, await words(area, language))));
}

/** The message in this document's language. Its area was loaded by {@link speak}; another one is a fault of ours. */
export function t<K extends MessageKey>(key: K, ...args: Args<K>): string {
  const message = loaded[key];
  if (message === undefined) throw new Error(`messages of ${key} are not loaded`);
  return fill(message, args[0] ?? {}, LOCALE);
}

/** Whether there is a message of that key; for codes that a server may add one day. */
export function has(key: string): key is MessageKey {
  return key in loaded;
}

type Wrap = (children: ComponentChildren) => VNode;

/** A message with `<tags>` around parts of it, each made by the function of its name. Tags do not nest. */
export function rich<K extends MessageKey>(
  key: K,
  tags: Record<string, Wrap>,
  ...args: Args<K>
): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  const text = t(key, ...args);
  let end = 0;
  for (const match of text.matchAll(/<(\w+)>(.*?)<\/\1>/gs)) {
    parts.push(text.slice(end, match.index));
    const [whole, name = '', inner] = match;
    parts.push(tags[name] ? tags[name](inner) : inner);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return parts;
}
