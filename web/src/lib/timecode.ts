import type {Rate} from './frames';

const LABEL = /^(\d{1,2}):(\d\d):(\d\d)([:;.])(\d{2,3})$/;

/** Labels of frames, `10:20:03:12`, counted from a first one. With `;` two labels (four at 59.94) a minute are left out (SMPTE ST 12-1). */
export interface Timecode {
  /** Label of a frame of the video. */
  label: (frame: number) => string;
  /** The frame of a label; undefined where the count has no such label. It may lie outside the video. */
  frame: (hours: number, minutes: number, seconds: number, frames: number) => number | undefined;
  /** Whether labels are left out. */
  drop: boolean;
}

const perSecond = ({num, den}: Rate): number => Math.ceil(num / den);

/** Whether clock time is kept by leaving labels out: 29.97 and 59.94 frames a second. */
const drops = (rate: Rate): boolean => rate.den === 1001 && perSecond(rate) % 30 === 0;

/** The count of a recording, from the label of its first frame; undefined where that is no label. */
export function recorded(start: string | undefined, rate: Rate): Timecode | undefined {
  const parts = LABEL.exec(start ?? '');
  if (!parts) return undefined;
  const drop = parts[4] !== ':' && drops(rate);
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = [1, 2, 3, 5].map((at) => Number(parts[at]));
  const count = countOf(hours, minutes, seconds, frames, perSecond(rate), drop);
  return count === undefined ? undefined : counting(count, perSecond(rate), drop);
}

/** The count from the beginning of the video. */
export const fromZero = (rate: Rate): Timecode => counting(0, perSecond(rate), drops(rate));

function counting(start: number, fps: number, drop: boolean): Timecode {
  const day = 86_400 * fps - (drop ? droppedIn(1440, fps) : 0);
  return {
    drop,
    label: (frame) => {
      const count = (((start + frame) % day) + day) % day;
      const spread = drop ? count + droppedBefore(count, fps) : count;
      const of = (unit: number, size: number) => String(Math.floor(spread / unit) % size).padStart(2, '0');
      return `${of(3600 * fps, 24)}:${of(60 * fps, 60)}:${of(fps, 60)}${drop ? ';' : ':'}${of(1, fps)}`;
    },
    frame: (hours, minutes, seconds, frames) => {
      const count = countOf(hours, minutes, seconds, frames, fps, drop);
      return count === undefined ? undefined : (((count - start) % day) + day) % day;
    },
  };
}

function countOf(
  hours: number,
  minutes: number,
  seconds: number,
  frames: number,
  fps: number,
  drop: boolean,
): number | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59 || frames >= fps) return undefined;
  if (drop && minutes % 10 && seconds === 0 && frames < fps / 15) return undefined;
  const all = 60 * hours + minutes;
  return (60 * all + seconds) * fps + frames - (drop ? droppedIn(all, fps) : 0);
}

const droppedIn = (minutes: number, fps: number): number => (fps / 15) * (minutes - Math.floor(minutes / 10));

function droppedBefore(count: number, fps: number): number {
  const each = fps / 15;
  const minute = 60 * fps - each;
  const ten = 10 * minute + each;
  const rest = count % ten;
  return each * (9 * Math.floor(count / ten) + Math.max(0, Math.floor((rest - each) / minute)));
}
