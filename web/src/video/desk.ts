import {type Signal, signal} from '@preact/signals';
import type {Schema} from '../api/client';
import {type Rate, toMs} from '../lib/frames';
import {type Selection, selectionOf} from '../lib/selection';
import {fromZero, recorded, type Timecode} from '../lib/timecode';
import type {Stage} from './stage';

export type Video = Schema<'Video'>;
/** A video that may be seen and cut. */
export type Released = Video &
  Required<Pick<Video, 'frames' | 'frameRate' | 'tracks' | 'renditions' | 'terms'>>;

/** Whether an answer tells of files; to all but editors it does from the release on. */
export const hasFiles = (video: Video): video is Released =>
  video.frames !== undefined && video.frameRate !== undefined;

/** What the parts of a video's page share. */
export interface Desk {
  video: Released;
  rate: Rate;
  frames: number;
  maxMs: number;
  maxRanges: number;
  selection: Selection;
  /** The player, where there is a preview. */
  stage: Signal<Stage | undefined>;
  zero: Timecode;
  /** The count of the recording, if it has one. */
  recorded: Timecode | undefined;
  /** Whether that is the one that is shown. */
  counted: Signal<boolean>;
  /** Bytes of a second, about. */
  weight: number;
}

export function deskOf(video: Released): Desk {
  const {frames, frameRate: rate} = video;
  const {maxMs, maxRanges} = video.clipLimits ?? {maxMs: 3_600_000, maxRanges: 20};
  const count = recorded(video.startTimecode, rate);
  return {
    video,
    rate,
    frames,
    maxMs,
    maxRanges,
    selection: selectionOf(video.videoId, frames, maxRanges),
    stage: signal(undefined),
    zero: fromZero(rate),
    recorded: count,
    counted: signal(count !== undefined),
    weight: Math.max(0, ...video.renditions.map(({bitrate}) => bitrate)) / 8,
  };
}

/** The count that is shown now. */
export const shownCount = (desk: Desk): Timecode => (desk.counted.value && desk.recorded) || desk.zero;

/** Label of a frame in it. */
export const label = (desk: Desk, frame: number): string => shownCount(desk).label(frame);

/** How long a range lasts, in milliseconds; its last frame is part of it. */
export const lasts = ({rate}: Desk, range: {in: number; last: number}): number =>
  toMs(range.last + 1, rate) - toMs(range.in, rate);
