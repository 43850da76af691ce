/** Frames a second as a fraction, `{num: 30000, den: 1001}`; constant for the whole of a video. */
export interface Rate {
  num: number;
  den: number;
}

// Whole numbers below 2^53 all through: taking the remainder off first leaves a division that comes out even.
const floorDiv = (a: number, b: number): number => (a - (((a % b) + b) % b)) / b;
const ceilDiv = (a: number, b: number): number => floorDiv(a + b - 1, b);

/** When a frame begins, in milliseconds, rounded half up: the `ms` that the API gives for it. */
export const toMs = (frame: number, {num, den}: Rate): number => floorDiv(2000 * frame * den + num, 2 * num);

/** The frame on screen at a millisecond, with half a millisecond of grace: the API's reading of an in-point. */
export const inFromMs = (ms: number, {num, den}: Rate): number => floorDiv((2 * ms + 1) * num, 2000 * den);

/** The first frame at or after a millisecond, with the same grace: the API's reading of an out-point. */
export const outFromMs = (ms: number, {num, den}: Rate): number => ceilDiv((2 * ms - 1) * num, 2000 * den);

/**
 * Where a player has to be sent to show a frame: its middle, in seconds. Its beginning is as often as not the frame before, because
 * browsers round times in ways of their own.
 */
export const middle = (frame: number, {num, den}: Rate): number => ((frame + 0.5) * den) / num;

/**
 * The frame that a browser shows, by the `mediaTime` of its frame callback. Chromium gives the frame's beginning, Firefox after a
 * paused seek the time that was asked for, which is its middle: both are this frame.
 */
export const shownAt = (seconds: number, {num, den}: Rate): number =>
  Math.floor((seconds * num) / den + 0.01);

/** Frames in a length of time, rounded to the next; at least one. */
export const framesIn = (seconds: number, {num, den}: Rate): number =>
  Math.max(1, Math.round((seconds * num) / den));
