import type {Schema} from '../api/client';
import {type Spans, spans, type WordTimes} from './times';

/** How an edge was found: in a pause, a little outside of a word that was heard, or as far outside as its time is uncertain. */
export type Edge = 'pause' | 'padded' | 'widened';

/** Where to cut. */
export interface Cut {
  ms: number;
  how: Edge;
}

const NEAR_MS = 300;
const BEFORE_SPEECH_MS = 150;
const AFTER_SPEECH_MS = 250;
const OF_THE_NEIGHBOURS_MS = 20;
const PADDING_MS = 150;
const MOST_UNCERTAIN_MS = 2000;

/** Where words are cut: the rule of the API (`clipdesk.transcript.quote.QuoteRule`); both are held to `vectors/quotes.json`. */
export class QuoteRule {
  readonly #times: WordTimes;
  readonly #pauses: Spans;

  constructor(times: WordTimes, {waitMs, durMs}: Schema<'Transcript'>['pauses']) {
    this.#times = times;
    this.#pauses = spans(waitMs, durMs);
  }

  /** Where a clip begins that begins with a word; nothing where its time is not good enough. */
  in(word: number): Cut | undefined {
    const time = this.#cuttable(word);
    if (!time) return undefined;
    const [ms] = time;
    if (!this.#times.certain(word)) return {ms: ms - this.#uncertainty(word), how: 'widened'};
    const pause = this.#nearest(ms, this.#pauses.end);
    if (!pause) return {ms: ms - PADDING_MS, how: 'padded'};
    return {ms: Math.max(pause.end - BEFORE_SPEECH_MS, pause.start + OF_THE_NEIGHBOURS_MS), how: 'pause'};
  }

  /** Where a clip ends that ends with a word. */
  out(word: number): Cut | undefined {
    const time = this.#cuttable(word);
    if (!time) return undefined;
    const [, ms] = time;
    if (!this.#times.certain(word)) return {ms: ms + this.#uncertainty(word), how: 'widened'};
    const pause = this.#nearest(ms, this.#pauses.start);
    if (!pause) return {ms: ms + PADDING_MS, how: 'padded'};
    return {ms: Math.min(pause.start + AFTER_SPEECH_MS, pause.end - OF_THE_NEIGHBOURS_MS), how: 'pause'};
  }

  #cuttable(word: number): [number, number] | undefined {
    return this.#uncertainty(word) <= MOST_UNCERTAIN_MS ? this.#times.of(word) : undefined;
  }

  #uncertainty(word: number): number {
    return this.#times.uncertainty(word) ?? Number.POSITIVE_INFINITY;
  }

  /** The pause of which the given edge lies nearest to a time and near enough; of two as near the later one. */
  #nearest(ms: number, edges: readonly number[]): {start: number; end: number} | undefined {
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] ?? 0) < ms) low = middle + 1;
      else high = middle;
    }
    const distance = (pause: number) => Math.abs((edges[pause] ?? Number.POSITIVE_INFINITY) - ms);
    const best = distance(low) <= distance(low - 1) ? low : low - 1;
    const [start, end] = [this.#pauses.start[best], this.#pauses.end[best]];
    return distance(best) > NEAR_MS || start === undefined || end === undefined ? undefined : {start, end};
  }
}
