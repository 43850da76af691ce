import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {ask, mine, type Schema} from '../api/client';
import {Problem} from '../api/problem';

export type Clip = Schema<'Clip'>;

/** What the cutter measured of its own work; the contract leaves it open, so each member may be missing. */
export interface CutReport {
  asked?: {inFrame: number; outFrame: number};
  actual?: {in: {frame: number; timecode?: string}; out: {frame: number; timecode?: string}};
  frames?: {total: number; copied: number; headReencoded: number; tailReencoded: number};
  audio?: {track: string; sampleRate: number; offsetSamples: number}[];
  checksum?: {algorithm: string; value: string};
  timingMs?: Record<string, number>;
}

export const reportOf = (clip: Clip): CutReport => (clip.report ?? {}) as CutReport;

export const isOpen = ({status}: Clip): boolean => status === 'queued' || status === 'cutting';

/** Clips that one question may ask for. */
const AT_ONCE = 20;
/** Seconds between two questions where the answer does not say, while nobody looks, and the longest after faults. */
const SOON = 2;
const HIDDEN = 15;
const LATEST = 30;

/**
 * The clips as they are now: those that are not done are asked for again as often as the API says, seldom in a tab that nobody looks
 * at, and at once when somebody looks again.
 */
export function useLive(asked: readonly Clip[]): {clips: Clip[]; problem: Problem | undefined} {
  // Kept by the asking that they answer: who asks again after a failure waits for other news.
  const [news, setNews] = useState<ReadonlyMap<Clip, Clip>>(new Map());
  const now = useRef(asked);
  now.current = asked;
  const [problem, setProblem] = useState<Problem>();
  const clips = asked.map((clip) => ({...clip, ...news.get(clip)}));
  const open = clips
    .filter(isOpen)
    .map(({clipId}) => clipId)
    .join();
  useEffect(() => {
    if (!open) return;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    let faults = 0;
    // From question to question, or slow answers would make news late; of a very slow one half the time is kept.
    const later = (seconds: number, asked = performance.now()) => {
      const wait = 1000 * (document.hidden ? Math.max(HIDDEN, seconds) : seconds);
      timer = setTimeout(look, Math.max(wait / 2, wait - (performance.now() - asked)));
    };
    const look = async () => {
      const asked = performance.now();
      try {
        const answers = await Promise.all(questions(open).map(question));
        if (stopped) return;
        faults = 0;
        setProblem(undefined);
        const told = new Map(answers.flatMap(({data}) => data.clips.map((clip) => [clip.clipId, clip])));
        setNews((old) => {
          const all = new Map(old);
          for (const clip of now.current) {
            const news = told.get(clip.clipId);
            if (news && isOpen(clip)) all.set(clip, news);
          }
          return all;
        });
        later(Math.max(...answers.map(({headers}) => Number(headers.get('Retry-After')) || SOON)), asked);
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        if (stopped) return;
        setProblem(cause);
        if (cause.passing) later(cause.retryAfter ?? Math.min(LATEST, SOON * 2 ** faults++));
      }
    };
    const seen = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      void look();
    };
    later(SOON);
    document.addEventListener('visibilitychange', seen);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [open]);
  return useMemo(() => ({clips, problem}), [asked, news, problem]);
}

const questions = (ids: string): string[] => {
  const all = ids.split(',');
  return all.flatMap((_, at) => (at % AT_ONCE ? [] : all.slice(at, at + AT_ONCE).join()));
};

const question = (ids: string) => ask(mine.GET('/v1/clips', {params: {query: {ids}}}));
