import {effect} from '@preact/signals';
import type {RefObject} from 'preact';
import {useEffect, useMemo, useState} from 'preact/hooks';
import type {Desk} from '../video/desk';
import {move, stop} from './arrows';
import {type Letters, paint, rowsOf} from './marks';
import type {Picking} from './picking';
import {PART, Part, type Piece} from './rows';
import type {Spoken} from './spoken';

/** Parts that are shown in one go, and further ones after each paint: a long text is no long task. */
const AT_ONCE = 3;

interface Props {
  desk: Desk;
  spoken: Spoken;
  picking: Picking;
  box: RefObject<HTMLElement | null>;
  follow: boolean;
}

/** The sentences with their times and edges. One press of Tab leads from turn to turn, arrow keys lead from sentence to sentence. */
export function Text({desk, spoken, picking, box, follow}: Props) {
  const parts = useMemo(() => partsOf(spoken), [spoken]);
  const edges = useMemo(() => edgesOf(spoken), [spoken]);
  const shown = useGrowing(parts);
  const {in: first, last} = desk.selection.current.value;
  const starts = first === undefined ? undefined : edges.in.get(first);
  const ends = last === undefined ? undefined : edges.last.get(last);
  useMarks(desk, spoken, box, shown);
  useNow(desk, spoken, box, shown, follow);
  const plays = desk.stage.value !== undefined;

  const act = (event: Event) => {
    const {button, one} = rowOf(event, spoken);
    if (!button || !one) return;
    if (button.matches('.said__in')) picking.start(one);
    else if (button.matches('.said__out')) picking.end(one);
    else if (one.in !== undefined) void desk.stage.value?.show(one.in);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked are the buttons in it
    <div onClick={act} onKeyDown={move} onFocusIn={stop}>
      {parts.slice(0, shown).map((part, at) => (
        <Part
          key={at}
          part={part}
          spoken={spoken}
          plays={plays}
          starts={inside(part, starts)}
          ends={inside(part, ends)}
        />
      ))}
    </div>
  );
}

function partsOf(spoken: Spoken): Piece[] {
  return spoken.turns.flatMap((turn) =>
    Array.from({length: Math.ceil(turn.parts.length / PART)}, (_, at) => ({
      turn,
      first: at === 0,
      rows: turn.parts.slice(at * PART, (at + 1) * PART),
    })),
  );
}

const inside = ({rows}: Piece, at: number | undefined) =>
  at !== undefined && rows.some((row) => typeof row !== 'string' && row.at === at) ? at : undefined;

// The sentences by the frames that a clip begins and ends with.
function edgesOf(spoken: Spoken) {
  const edges = {in: new Map<number, number>(), last: new Map<number, number>()};
  for (const one of spoken.said) {
    const first = spoken.edge(one.from, 'in');
    const last = spoken.edge(one.to - 1, 'last');
    if (first) edges.in.set(first.frame, one.at);
    if (last) edges.last.set(last.frame, one.at);
  }
  return edges;
}

function useGrowing(parts: Piece[]): number {
  const [grown, setGrown] = useState({parts, shown: AT_ONCE});
  const shown = grown.parts === parts ? grown.shown : AT_ONCE;
  useEffect(() => {
    if (shown >= parts.length) return undefined;
    const next = setTimeout(() => setGrown({parts, shown: shown + AT_ONCE}));
    return () => clearTimeout(next);
  }, [parts, shown]);
  return shown;
}

function useMarks(desk: Desk, spoken: Spoken, box: RefObject<HTMLElement | null>, shown: number): void {
  const {in: first, last} = desk.selection.current.value;
  useEffect(() => {
    const words = first === undefined || last === undefined ? undefined : spoken.within(first, last);
    if (box.current) paint(box.current, 'clip', words ? lettersOfWords(spoken, ...words) : []);
  }, [spoken, first, last, shown]);
  useEffect(() => {
    const letters = spoken.said.flatMap((one) =>
      spoken.unsure(one).map((run): Letters => [one.at, ...spoken.letters(one, ...run)]),
    );
    if (box.current) paint(box.current, 'unsure', letters);
  }, [spoken, shown]);
}

const lettersOfWords = (spoken: Spoken, from: number, to: number): Letters[] =>
  spoken.said
    .filter((one) => one.from < to && one.to > from)
    .map((one) => [one.at, ...spoken.letters(one, from, to)]);

// The sentence being spoken is marked by hand: it changes while the film plays, and nothing else does.
function useNow(
  desk: Desk,
  spoken: Spoken,
  box: RefObject<HTMLElement | null>,
  shown: number,
  follow: boolean,
): void {
  useEffect(() => {
    let now: Element | undefined;
    const mark = (row: Element | undefined, playing: boolean) => {
      if (row === now) return;
      now?.removeAttribute('aria-current');
      now = row;
      now?.setAttribute('aria-current', 'true');
      if (follow && playing && row && box.current) bring(box.current, row);
    };
    const end = effect(() => {
      const stage = desk.stage.value;
      const one = stage && spoken.at(stage.frame.value);
      const rows = box.current && rowsOf(box.current);
      mark(one && rows?.[one.at], stage?.playing.value ?? false);
    });
    return () => {
      end();
      mark(undefined, false);
    };
  }, [spoken, shown, follow]);
}

/** Scrolls a text by itself, never the page, until a sentence is in its upper third. */
export function bring(box: HTMLElement, row: Element): void {
  const [frame, place] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
  box.scrollTop += place.top - frame.top - frame.height / 3;
}

/** The sentence that an event is about, and its button. */
function rowOf(event: Event, spoken: Spoken) {
  const button = (event.target as Element).closest('button');
  const row = button?.closest<HTMLElement>('.said');
  return {button, row, one: row ? spoken.said[Number(row.dataset.at)] : undefined};
}
