import {useLayoutEffect, useMemo, useRef, useState} from 'preact/hooks';
import {useLocation} from 'preact-iso';
import {Problem} from '../api/problem';
import {PAGE, places, remember} from './places';

/** Items of the longest page that the API gives. */
const LONGEST = 100;
/** Lists that are kept for Back; more are forgotten, oldest first. */
const LISTS = 10;

export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

export interface Paged<T> {
  state: 'loading' | 'ready' | 'failed';
  items: readonly T[];
  /** Shown for the first time: nothing has to be found again at its place. */
  fresh: boolean;
  /** There are more than these. */
  more: boolean;
  problem: Problem | undefined;
  /** Adds the next page; resolved with the number of items that were there before. */
  grow: () => Promise<number>;
  again: () => void;
  /** Puts other items in place of these, such as newer states of the same. */
  change: (items: (old: readonly T[]) => readonly T[]) => void;
}

interface List<T> {
  items: readonly T[];
  next: string | undefined;
}

const kept = new Map<string, List<unknown>>();

/**
 * A list that grows page by page. Back and Forward show it as it was left, at the same height: out of memory, or read anew with as many
 * items after a reload. A cursor that the API no longer takes starts the list anew without a word, as long as it was.
 *
 * @param key what is listed; another value is another list
 * @param read one page
 */
export function usePaged<T>(
  key: string,
  read: (cursor: string | undefined, limit: number) => Promise<Page<T>>,
): Paged<T> {
  const {wasPush} = useLocation() as {wasPush?: boolean};
  const place = useMemo(() => (wasPush ? undefined : places().find((one) => one.key === key)), [key]);
  const [list, setList] = useState<List<T> & {key: string; state: Paged<T>['state']; problem?: Problem}>(() =>
    start(key, place !== undefined),
  );
  const latest = useRef(0);
  const shown = useRef(0);
  const y = useRef(place?.y ?? 0);
  shown.current = list.items.length;

  const load = async (count: number) => {
    const round = ++latest.current;
    try {
      const got = await readUpTo(read, {items: [], next: undefined}, count);
      if (round !== latest.current) return;
      kept.set(key, got);
      for (const old of [...kept.keys()].slice(0, -LISTS)) kept.delete(old);
      setList({key, state: 'ready', ...got});
    } catch (cause) {
      if (round !== latest.current) return;
      if (!(cause instanceof Problem)) throw cause;
      setList((old) => ({...old, key, state: 'failed', problem: cause}));
    }
  };

  // The list of before stays while another is read, so that nothing jumps.
  useLayoutEffect(() => {
    const from = start<T>(key, place !== undefined);
    if (from.state === 'ready') {
      latest.current++;
      setList(from);
    } else {
      setList((old) => ({...old, state: 'loading'}));
      // A list that was seen to its end is asked for one more, so that the API says again that it ends.
      const before = place?.shown ?? 0;
      void load(Math.max(PAGE, before % PAGE ? before + 1 : before));
    }
  }, [key]);

  const current = list.key === key && list.state !== 'loading';
  useLayoutEffect(() => {
    if (current && place && place.y > 0) window.scrollTo(0, place.y);
  }, [current]);

  useLayoutEffect(() => {
    // The height is that of the last scroll, for when this is left the router has already gone to the top. It is not asked for
    // before: the whole list would be laid out to answer.
    const look = () => {
      y.current = window.scrollY;
    };
    const keep = () => remember({key, shown: shown.current, y: y.current}, LISTS);
    window.addEventListener('scroll', look, {passive: true});
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [key]);

  return {
    state: list.key === key ? list.state : 'loading',
    items: list.items,
    fresh: place === undefined,
    more: list.next !== undefined,
    problem: list.problem,
    grow: async () => {
      const before = list.items.length;
      const round = latest.current;
      try {
        const got = await readUpTo(read, list, before + 1);
        if (round !== latest.current) return before;
        kept.set(key, got);
        setList({key, state: 'ready', ...got});
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        if (cause.code === 'bad-request') await load(before + PAGE);
        else if (round === latest.current) setList((old) => ({...old, state: 'failed', problem: cause}));
      }
      return before;
    },
    again: () => {
      setList((old) => ({...old, state: 'loading'}));
      void load(Math.max(PAGE, shown.current));
    },
    change: (items) =>
      setList((old) => {
        const changed = {...old, items: items(old.items)};
        if (kept.has(old.key)) kept.set(old.key, {items: changed.items, next: changed.next});
        return changed;
      }),
  };
}

function start<T>(key: string, returning: boolean): List<T> & {key: string; state: Paged<T>['state']} {
  const old = returning ? (kept.get(key) as List<T> | undefined) : undefined;
  return old ? {key, state: 'ready', ...old} : {key, state: 'loading', items: [], next: undefined};
}

// A page may be short, or empty, and still have a next one.
async function readUpTo<T>(
  read: (cursor: string | undefined, limit: number) => Promise<Page<T>>,
  from: List<T>,
  count: number,
): Promise<List<T>> {
  let {items, next} = from;
  do {
    const limit = Math.min(LONGEST, Math.max(PAGE, count - items.length));
    const page = await read(next, limit);
    items = [...items, ...page.items];
    next = page.nextCursor;
  } while (next !== undefined && items.length < count);
  return {items, next};
}
