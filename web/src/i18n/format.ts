import {figures} from './figures';
import {LOCALE, t} from './index';

// A formatter of Intl is dear to make: a list asks for the same ones for each of its items, and the first one of a document looks through
// all locales that there are, up to a third of a second on a phone. So what stands on nearly every page is made without: numbers, days,
// lengths and lists; a test holds them to CLDR.
const made = new Map<string, unknown>();

function once<F, O extends object>(Format: new (locale: string, options: O) => F, options: NoInfer<O>): F {
  const key = Format.name + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Format(LOCALE, options));
  return made.get(key) as F;
}

/** Numbers with the grouping of this language. */
export const number = (value: number, digits = 0): string => figures(value, digits, LOCALE);

/** Bytes in decimal units, as file managers and mobile tariffs count: 1 kB is 1,000 bytes. */
export function size(bytes: number): string {
  if (bytes < 1000) return t('ui.bytes', {n: Math.round(bytes)});
  const power = Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return t('ui.size', {value: number(value, value >= 100 ? 0 : 1), power});
}

const months = (date: string): string => t('ui.month', {month: Number(date.slice(5, 7))});

function dayAndMonth(date: string): string {
  return t('ui.day-month', {day: Number(date.slice(8, 10)), month: months(date)});
}

/** A day without a time, `2026-02-12`: the same day everywhere. */
export const day = (date: string): string =>
  t('ui.day-year', {day: dayAndMonth(date), year: Number(date.slice(0, 4))});

/** Its weekday, and the day without its year: "Thursday 12 February". */
export const weekday = (date: string): string =>
  t('ui.weekday-day', {
    weekday: t('ui.weekday', {weekday: new Date(`${date}T00:00:00Z`).getUTCDay()}),
    day: dayAndMonth(date),
  });

/** First and last day without their year: "21–23 January". */
export function span(from: string, to: string): string {
  if (from === to) return dayAndMonth(to);
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${dayAndMonth(from)}\u00a0– ${dayAndMonth(to)}`;
  return t('ui.day-month', {
    day: `${Number(from.slice(8, 10))}–${Number(to.slice(8, 10))}`,
    month: months(to),
  });
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The time of an instant by this computer's clock, `09:05`. */
export function time(at: string | number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The day and time of an instant by this computer's clock. */
export function instant(at: string | number): string {
  const date = new Date(at);
  const local = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return t('ui.at', {day: day(local), time: time(at)});
}

const TO_THE_MINUTE = {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** An instant to the minute in a time zone that is named, that of this computer unless told. */
export const instantInZone = (at: string | number, timeZone?: string): string =>
  once(Intl.DateTimeFormat, {...TO_THE_MINUTE, ...(timeZone && {timeZone})}).format(new Date(at));

/**
 * A length of time in words, never as a clock time: the two largest units that matter. Seconds are told below an hour.
 *
 * @param ms milliseconds, rounded to whole seconds
 */
export function length(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [
    [Math.floor(seconds / 86400), 'ui.days'],
    [Math.floor(seconds / 3600) % 24, 'ui.hours'],
    [Math.floor(seconds / 60) % 60, 'ui.minutes'],
    [seconds % 60, 'ui.seconds'],
  ] as const;
  const first = parts.findIndex(([value]) => value > 0);
  const [a, b] = parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => t(unit, {n: value}));
  if (a === undefined) return t('ui.seconds', {n: 0});
  return b === undefined ? a : t('ui.parts', {a, b});
}

/** A length as a player's clock shows it, `59:01` or `1:47:30`: for eyes, beside a length in words. */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** "in 5 minutes", "2 days ago": the largest unit that fits, seen from a moment. */
export function away(at: string | number, from: number): string {
  const seconds = Math.round((new Date(at).getTime() - from) / 1000);
  const format = once(Intl.RelativeTimeFormat, {numeric: 'auto'});
  const far = Math.abs(seconds);
  if (far < 60) return format.format(seconds, 'second');
  if (far < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (far < 86400) return format.format(Math.round(seconds / 3600), 'hour');
  const days = seconds / 86400;
  if (Math.abs(days) < 60) return format.format(Math.round(days), 'day');
  if (Math.abs(days) < 730) return format.format(Math.round(days / 30.44), 'month');
  return format.format(Math.round(days / 365.25), 'year');
}

/** A language by its BCP 47 tag; the tag itself where there is no name. */
export const languageName = (tag: string): string => {
  const name = t('ui.language', {tag});
  if (name) return name;
  try {
    return once(Intl.DisplayNames, {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** A list in words: "fr, en and uk". */
export function list(items: string[]): string {
  const [last = '', ...before] = items.toReversed();
  return before.length ? t('ui.and', {a: before.reverse().join(', '), b: last}) : last;
}

/** A text of somebody's inside a sentence of ours: whatever direction it has, or marks it holds, end with it (Unicode's isolates). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
