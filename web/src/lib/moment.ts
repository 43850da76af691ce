import {inFromMs, outFromMs, type Rate, toMs} from './frames';

/** A place in a video, or a range of it by its first and last frame: what `?t=` of its address says. */
export type Moment = {frame: number} | {in: number; last: number};

/** Reads `?t=ms` and `?t=inMs,outMs` by the API's formulas; whatever else stands there, or lies outside, is no moment. */
export function readMoment(t: string | undefined, frames: number, rate: Rate): Moment | undefined {
  const parts = /^(\d{1,10})(?:,(\d{1,10}))?$/.exec(t ?? '');
  if (!parts) return undefined;
  const first = inFromMs(Number(parts[1]), rate);
  if (first >= frames) return undefined;
  if (parts[2] === undefined) return {frame: first};
  const last = outFromMs(Number(parts[2]), rate) - 1;
  return last >= first && last < frames ? {in: first, last} : undefined;
}

/** The `t` of a moment. */
export const writeMoment = (moment: Moment, rate: Rate): string =>
  'frame' in moment
    ? `${toMs(moment.frame, rate)}`
    : `${toMs(moment.in, rate)},${toMs(moment.last + 1, rate)}`;
