import {useRef, useState} from 'preact/hooks';
import {ask, mine} from '../api/client';
import {Problem} from '../api/problem';
import type {Clip} from '../clips/clips';
import {t} from '../i18n';
import {length} from '../i18n/format';
import type {Whole} from '../lib/selection';
import {sayUntil} from '../tickets/files';
import {sayRule} from '../ui/problem-words';
import {type Desk, lasts} from '../video/desk';
import type {Common} from './options';

interface Refused {
  /** Words for each range, by its id. */
  ranges: Record<number, string>;
  /** Words for the request as a whole. */
  whole: string;
}

const NONE: Refused = {ranges: {}, whole: ''};

/** One `POST /v1/clips` for all ranges; the same one again finds the same clips, so a second try is safe. */
export function useRequest(desk: Desk, common: Common, onClips: (clips: Clip[]) => void) {
  const [refused, setRefused] = useState<Refused>(NONE);
  const running = useRef(false);
  const send = async (ranges: readonly Whole[]) => {
    if (running.current) return;
    const long = ranges.filter((range) => lasts(desk, range) > desk.maxMs);
    if (long.length) {
      const words = t('clipper.too-long', {max: length(desk.maxMs)});
      setRefused({ranges: Object.fromEntries(long.map(({id}) => [id, words])), whole: ''});
      return;
    }
    running.current = true;
    setRefused(NONE);
    try {
      const {data} = await ask(mine.POST('/v1/clips', {body: bodyOf(desk, common, ranges)}));
      desk.selection.asked(ranges.map(({id}) => id));
      onClips(data.clips);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setRefused(refusal(cause, desk, ranges));
    } finally {
      running.current = false;
    }
  };
  return {refused, send};
}

/** What the API is asked: frames only, and its `out` is the one after the last that is shown. */
export function bodyOf({video}: Pick<Desk, 'video'>, {without, handlesMs}: Common, ranges: readonly Whole[]) {
  return {
    videoId: video.videoId,
    profile: 'exact' as const,
    ranges: ranges.map((range) => ({
      in: {frame: range.in},
      out: {frame: range.last + 1},
      ...(range.label && {label: range.label}),
    })),
    ...(without.length && {tracks: video.tracks.map(({id}) => id).filter((id) => !without.includes(id))}),
    handlesMs,
  };
}

function refusal(problem: Problem, desk: Desk, ranges: readonly Whole[]): Refused {
  const words: Record<number, string> = {};
  for (const {pointer, code} of problem.errors) {
    const range = ranges[Number(/^\/ranges\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)];
    if (range) words[range.id] = problem.code === 'range-invalid' ? sayUntil(problem) : sayRule(code);
  }
  if (Object.keys(words).length) return {ranges: words, whole: ''};
  if (problem.code === 'range-too-long')
    return {ranges: {}, whole: t('clipper.too-long', {max: length(desk.maxMs)})};
  return {ranges: {}, whole: sayUntil(problem)};
}
