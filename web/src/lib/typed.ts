import {inFromMs, type Rate} from './frames';
import type {Timecode} from './timecode';

/** What a typed position was read as, or why it was not. */
export type Read = {frame: number} | {fault: 'unreadable' | 'outside' | 'left-out'};

interface Scale {
  rate: Rate;
  frames: number;
  /** The count that the page shows. */
  shown: Timecode;
  /** The count from the beginning. */
  zero: Timecode;
}

/**
 * Reads a position as people write it: `10:20:03:12` and `10:20:03;12` in the count that is shown, `20:03`, `1:02:03.480` and
 * `1203,48` as time since the beginning, `f30087` as a frame. Blanks and invisible marks of pasted texts are no part of it. What
 * can only be meant in the other count is read in that.
 */
export function readTyped(typed: string, scale: Scale): Read {
  // Marks of direction and width come along from documents; NFKC makes full-width digits and colons plain ones.
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
  const found = [...readings(text, scale)];
  const inside = found.find((frame) => frame !== undefined && frame >= 0 && frame < scale.frames);
  if (inside !== undefined) return {frame: inside};
  if (!found.length) return {fault: 'unreadable'};
  return {fault: found.every((frame) => frame === undefined) ? 'left-out' : 'outside'};
}

// Each is a frame, or undefined where a count leaves that label out.
function* readings(text: string, {rate, shown, zero}: Scale): Generator<number | undefined> {
  const counted = /^[f#](\d[\d.,'’]*)$/.exec(text);
  if (counted) {
    yield Number(counted[1]?.replace(/\D/g, ''));
    return;
  }
  const groups = text.split(/[:;]/);
  // 10.20.03.12, as some editing programs write it.
  const dotted = /^\d{1,2}(\.\d{1,2}){3}$/.test(text) ? text.split('.') : groups;
  if (dotted.length === 4 && dotted.every((group) => /^\d{1,3}$/.test(group))) {
    const [hours = 0, minutes = 0, seconds = 0, frames = 0] = dotted.map(Number);
    if (minutes > 59 || seconds > 59 || frames >= rate.num / rate.den) return;
    yield shown.frame(hours, minutes, seconds, frames);
    yield zero.frame(hours, minutes, seconds, frames);
    return;
  }
  if (groups.length > 3 || !/^\d+(:|;|$|[.,]\d*$)/.test(text)) return;
  const ms = sinceBeginning(groups);
  if (ms === undefined) return;
  yield inFromMs(ms, rate);
  const [hours = 0, minutes = 0, seconds = 0] = groups.map(Number);
  if (groups.length === 3 && Number.isInteger(seconds)) yield shown.frame(hours, minutes, seconds, 0);
  // 10200312: the digits alone.
  const digits = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (digits) {
    const [h = 0, m = 0, s = 0, f = 0] = digits.slice(1).map(Number);
    yield shown.frame(h, m, s, f);
  }
}

function sinceBeginning(groups: string[]): number | undefined {
  const last = /^(\d{1,9})(?:[.,](\d*))?$/.exec(groups.at(-1) ?? '');
  const before = groups.slice(0, -1);
  if (!last || before.some((group) => !/^\d{1,4}$/.test(group))) return undefined;
  // Only the first group may be more than 59: 90:00 is an hour and a half.
  const small = [...before.slice(1).map(Number), ...(before.length ? [Number(last[1])] : [])];
  if (small.some((value) => value > 59)) return undefined;
  const whole = [...before, last[1]].reduce((all, group) => all * 60 + Number(group), 0);
  return whole * 1000 + Math.round(Number(`0.${last[2] || 0}`) * 1000);
}
