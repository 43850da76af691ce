import {computed, effect, type ReadonlySignal, signal} from '@preact/signals';

/** A piece of a video, by its first and its last frame: what is shown is what is in the clip. An edge may still be open. */
export interface Range {
  id: number;
  in?: number | undefined;
  last?: number | undefined;
  label: string;
  /** Asked for as it stands now. */
  asked?: boolean | undefined;
}

export type Whole = Range & {in: number; last: number};

export const isWhole = (range: Range): range is Whole => range.in !== undefined && range.last !== undefined;

/** Longest name of a clip, in characters as people count them (code points). */
const LABEL = 60;

interface State {
  ranges: Range[];
  now: number;
}

/**
 * What is to be cut out of a video: a list of ranges, one of which is being edited. Typed values, marks, sliders and words of a
 * transcript all set this one; whoever shows it reads its signals. It is kept for this tab over reload and sign-in.
 */
export interface Selection {
  ranges: ReadonlySignal<readonly Range[]>;
  /** The one that is being edited. */
  current: ReadonlySignal<Range>;
  /** The one that was removed last, until something else is changed. */
  removed: ReadonlySignal<Range | undefined>;
  /**
   * Sets one edge or both. Where one alone would come to lie beyond the other, that one moves along and the length stays. Frames
   * outside the video are its first or last.
   *
   * @returns whether the other edge moved along
   */
  set: (edges: {in?: number | undefined; last?: number | undefined}) => boolean;
  name: (label: string) => void;
  edit: (id: number) => void;
  add: (edges?: {in: number; last: number}) => void;
  copy: (id: number) => void;
  move: (id: number, by: number) => void;
  remove: (id: number) => void;
  undo: () => void;
  /** Marks these as asked for, or all as not asked for. */
  asked: (ids?: number[]) => void;
}

const made = new Map<string, Selection>();

/** The selection of a video; whoever asks for it gets the same one. */
export function selectionOf(videoId: string, frames: number, most: number): Selection {
  const key = `${videoId} ${frames}`;
  const known = made.get(key);
  if (known) return known;
  const selection = createSelection(`clipdesk.ranges.${key}`, frames, most);
  made.set(key, selection);
  return selection;
}

/** @param most ranges in the list at most */
export function createSelection(key: string, frames: number, most: number): Selection {
  const state = signal<State>(read(key, frames, most));
  const before = signal<{state: State; removed: Range} | undefined>(undefined);
  effect(() => write(key, state.value));

  const current = computed(() => {
    const {ranges, now} = state.value;
    return ranges.find(({id}) => id === now) ?? (ranges[0] as Range);
  });
  const change = (ranges: Range[], now = state.value.now) => {
    before.value = undefined;
    state.value = {ranges, now};
  };
  const put = (some: Partial<Range>) =>
    change(state.value.ranges.map((one) => (one.id === current.value.id ? {...one, ...some} : one)));
  const clamp = (frame: number) => Math.min(frames - 1, Math.max(0, Math.round(frame)));
  const next = () => Math.max(...state.value.ranges.map(({id}) => id)) + 1;
  const insert = (at: number, range: Range) => {
    const {ranges} = state.value;
    if (ranges.length < most) change(ranges.toSpliced(at, 0, range), range.id);
  };
  const at = (id: number) => state.value.ranges.findIndex((one) => one.id === id);

  return {
    ranges: computed(() => state.value.ranges),
    current,
    removed: computed(() => before.value?.removed),
    set: (edges) => {
      const old = current.value;
      let first = edges.in === undefined ? old.in : clamp(edges.in);
      let last = edges.last === undefined ? old.last : clamp(edges.last);
      let along = false;
      if (first !== undefined && last !== undefined && first > last) {
        const length = isWhole(old) ? old.last - old.in : 0;
        along = edges.in === undefined || edges.last === undefined;
        if (edges.in === undefined) first = clamp(last - length);
        else if (edges.last === undefined) last = clamp(first + length);
        else [first, last] = [last, first];
      }
      put({in: first, last, asked: false});
      return along;
    },
    name: (label) => put({label: [...label].slice(0, LABEL).join(''), asked: false}),
    edit: (id) => change(state.value.ranges, id),
    add: (edges) => {
      const {ranges} = state.value;
      insert(ranges.length, {id: next(), label: '', ...edges});
    },
    copy: (id) => {
      const range = state.value.ranges[at(id)];
      if (range) insert(at(id) + 1, {...range, id: next(), asked: false});
    },
    move: (id, by) => {
      const from = at(id);
      const to = from + by;
      const {ranges} = state.value;
      const range = ranges[from];
      if (range && to >= 0 && to < ranges.length) change(ranges.toSpliced(from, 1).toSpliced(to, 0, range));
    },
    remove: (id) => {
      const {ranges, now} = state.value;
      const from = at(id);
      const removed = ranges[from];
      if (!removed) return;
      const left = ranges.toSpliced(from, 1);
      const kept = left.length ? left : [{id: next(), label: ''}];
      const old = state.value;
      state.value = {ranges: kept, now: now === id ? (kept[Math.min(from, kept.length - 1)]?.id ?? 0) : now};
      before.value = {state: old, removed};
    },
    undo: () => {
      if (before.value) change(before.value.state.ranges, before.value.state.now);
    },
    asked: (ids) => {
      state.value = {
        ...state.value,
        ranges: state.value.ranges.map((one) => ({
          ...one,
          asked: ids ? one.asked || ids.includes(one.id) : false,
        })),
      };
    },
  };
}

function read(key: string, frames: number, most: number): State {
  const fresh: State = {ranges: [{id: 1, label: ''}], now: 1};
  try {
    const {ranges, now} = JSON.parse(sessionStorage.getItem(key) ?? '') as State;
    const inside = (frame: unknown) =>
      frame === undefined || (Number.isInteger(frame) && Number(frame) >= 0 && Number(frame) < frames);
    const sound = (one: Range) =>
      Number.isInteger(one.id) &&
      typeof one.label === 'string' &&
      inside(one.in) &&
      inside(one.last) &&
      !(isWhole(one) && one.in > one.last);
    return ranges.length > 0 && ranges.length <= most && ranges.every(sound) ? {ranges, now} : fresh;
  } catch {
    return fresh;
  }
}

function write(key: string, state: State): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Full or forbidden: the list works, a reload empties it.
  }
}
