import {useEffect, useRef, useState} from 'preact/hooks';
import type {Desk} from '../video/desk';
import {lettersOf, rowsOf} from './marks';
import type {Quote, Said, Spoken} from './spoken';

/** How words become the range that is being edited. */
export interface Picking {
  /** In and out are set to these words. */
  take: (from: number, to: number) => void;
  start: (one: Said) => void;
  end: (one: Said) => void;
  /** What the range holds, as long as nobody has moved its edges since. */
  taken: Quote | undefined;
  /** Words that cannot be cut. */
  refused: [number, number] | undefined;
}

export function usePicking(desk: Desk, spoken: Spoken | undefined): Picking {
  const {selection} = desk;
  const [taken, setTaken] = useState<Quote>();
  const [refused, setRefused] = useState<[number, number]>();
  const edges = useRef<{from?: number | undefined; to?: number | undefined}>({});
  useEffect(() => {
    setTaken(undefined);
    setRefused(undefined);
    edges.current = {};
  }, [spoken]);

  const take = (from: number, to: number) => {
    const quote = spoken?.quote(from, to);
    setRefused(quote ? undefined : [from, to]);
    if (!quote) return;
    edges.current = {from, to};
    setTaken(quote);
    selection.set({in: quote.in, last: quote.last});
    void desk.stage.value?.show(quote.in);
  };
  // One edge alone moves the other along where it has to; both together are a quote.
  const set = (edge: 'in' | 'last', word: number) => {
    edges.current = edge === 'in' ? {...edges.current, from: word} : {...edges.current, to: word + 1};
    const {from, to} = edges.current;
    if (from !== undefined && to !== undefined && from < to) return take(from, to);
    edges.current = edge === 'in' ? {from: word} : {to: word + 1};
    const found = spoken?.edge(word, edge);
    if (!found) return undefined;
    setTaken(undefined);
    setRefused(undefined);
    selection.set({[edge]: found.frame});
    void desk.stage.value?.show(found.frame);
    return undefined;
  };
  const now = selection.current.value;
  const same = taken && now.in === taken.in && now.last === taken.last;
  return {
    take,
    start: (one) => set('in', one.from),
    end: (one) => set('last', one.to - 1),
    taken: same ? taken : undefined,
    refused,
  };
}

/** The words that are selected in a text, snapped outwards to whole ones. */
export function selectedWords(text: HTMLElement, spoken: Spoken, range: Range): [number, number] | undefined {
  const rows = rowsOf(text);
  let from: number | undefined;
  let to: number | undefined;
  // A long text has a thousand sentences, and a selection two.
  const end = placeOf(range.endContainer) ?? rows.length - 1;
  for (let at = placeOf(range.startContainer) ?? 0; at <= end; at++) {
    const node = lettersOf(rows[at]);
    const one = spoken.said[at];
    if (!one || !node || !range.intersectsNode(node)) continue;
    const begin = range.startContainer === node ? range.startOffset : 0;
    const last = range.endContainer === node ? range.endOffset : one.text.length;
    const [first, behind] = spoken.words(one, begin, last);
    if (first >= behind) continue;
    from ??= first;
    to = behind;
  }
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** Which sentence a part of the page is in. */
function placeOf(node: Node): number | undefined {
  const row = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.said');
  return row ? Number(row.dataset.at) : undefined;
}
