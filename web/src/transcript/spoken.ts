import type {Schema} from '../api/client';
import {inFromMs, outFromMs, type Rate} from '../lib/frames';
import {folded} from './folded';

export type Transcript = Schema<'Transcript'>;
export type Speaker = Schema<'Speaker'>;

/** A sentence of speech. */
export interface Said {
  /** Its place among all of them. */
  at: number;
  text: string;
  /** Where it begins in the official text, in UTF-16 units, as the offsets of words are counted. */
  offset: number;
  /** Its words are `[from, to)`. */
  from: number;
  to: number;
  /** Its frames are `[in, out)`, where it has a time. */
  in?: number | undefined;
  out?: number | undefined;
  ms?: number | undefined;
}

/** A speaker's turn; what stands in it beside speech is text alone. */
export interface Turn {
  /** Nobody is named where the text names nobody. */
  who: Speaker | undefined;
  parts: (Said | string)[];
}

/** How an edge was found: a little outside of a word that was heard, or as far outside as its time is uncertain. */
type Edge = 'padded' | 'widened';

/** Words `[from, to)` as frames to be cut, the last one included. */
export interface Quote {
  from: number;
  to: number;
  in: number;
  last: number;
  edges: {in: Edge; last: Edge};
}

// The quote rule of the API, for a sound whose pauses are not known (`clipdesk.transcript.quote.QuoteRule`).
const PADDING_MS = 150;
const MOST_UNCERTAIN_MS = 2000;
/** A sentence is followed by its pause: a mark that goes out between any two would flicker. */
const PAUSE_MS = 2000;

/** A transcript as sentences, words and frames. */
export class Spoken {
  readonly turns: readonly Turn[];
  readonly said: readonly Said[];
  readonly transcript: Transcript;
  readonly #rate: Rate;
  readonly #frames: number;
  readonly #timed: Said[];

  constructor(transcript: Transcript, rate: Rate, frames: number) {
    this.transcript = transcript;
    this.#rate = rate;
    this.#frames = frames;
    const speakers = new Map(transcript.speakers.map((one) => [one.id, one]));
    const said: Said[] = [];
    this.turns = transcript.turns.map(({speaker, paragraphs}) => ({
      who: speaker === undefined ? undefined : speakers.get(speaker),
      parts: paragraphs.flatMap(({text, sentences}): (Said | string)[] => {
        if (!sentences) return text ? [text] : [];
        return sentences.map((one) => {
          const [from = 0, to = 0] = one.words;
          const times = {in: one.in?.frame, out: one.out?.frame, ms: one.in?.ms};
          const sentence = {at: said.length, text: one.text, offset: one.offset, from, to, ...times};
          said.push(sentence);
          return sentence;
        });
      }),
    }));
    this.said = said;
    this.#timed = said.filter((one) => one.in !== undefined);
  }

  /** Whether words can be cut: an estimate is good for finding one's way and for nothing else. */
  get cuts(): boolean {
    return this.transcript.timing === 'aligned' || this.transcript.timing === 'cues';
  }

  /** The text of some words, as it is written, with what stands between them. */
  text(from: number, to: number): string {
    return this.said
      .filter((one) => one.from < to && one.to > from)
      .map((one) => one.text.slice(...this.letters(one, from, to)))
      .join(' ');
  }

  /** Which letters of a sentence are those of some words. */
  letters(one: Said, from: number, to: number): [number, number] {
    const first = Math.max(from, one.from);
    const last = Math.min(to, one.to) - 1;
    const begin = first > one.from ? this.#offset(first) - one.offset : 0;
    const end = last < one.to - 1 ? this.#offset(last) + this.#length(last) - one.offset : one.text.length;
    return [begin, end];
  }

  /** Snapped outwards to whole words: the words that letters `[begin, end)` of a sentence belong to. */
  words(one: Said, begin: number, end: number): [number, number] {
    let from = one.from;
    while (from < one.to && this.#offset(from) + this.#length(from) - one.offset <= begin) from++;
    let to = from;
    while (to < one.to && this.#offset(to) - one.offset < end) to++;
    return [from, to];
  }

  /** The frames of some words; nothing where an edge has no time that one could cut by. */
  quote(from: number, to: number): Quote | undefined {
    const first = this.edge(from, 'in');
    const last = this.edge(to - 1, 'last');
    if (!this.cuts || from >= to || !first || !last) return undefined;
    return {
      from,
      to,
      in: first.frame,
      last: Math.max(first.frame, last.frame),
      edges: {in: first.how, last: last.how},
    };
  }

  /** Where a clip begins that begins with a word, or its last frame if it ends with it. */
  edge(word: number, edge: 'in' | 'last'): {frame: number; how: Edge} | undefined {
    const uncertain = this.uncertainty(word);
    if (uncertain === undefined || uncertain > MOST_UNCERTAIN_MS) return undefined;
    const how = this.#certain(word) ? 'padded' : 'widened';
    const by = how === 'padded' ? PADDING_MS : uncertain;
    const ms = this.#in(word);
    const clamp = (frame: number) => Math.min(this.#frames - 1, Math.max(0, frame));
    return edge === 'in'
      ? {frame: clamp(inFromMs(Math.max(0, ms - by), this.#rate)), how}
      : {frame: clamp(outFromMs(ms + this.#dur(word) + by, this.#rate) - 1), how};
  }

  /** By how many milliseconds a word may be off; nothing where that is not known, or it has no time. */
  uncertainty(word: number): number | undefined {
    if (!this.#certain(word) && this.#how(word) !== 'I') return undefined;
    return this.transcript.words.uncertainty[word] ?? 0;
  }

  /** The nearest words around some that were heard for certain. */
  nearest(from: number, to: number): [number, number] | undefined {
    const first = this.transcript.words.from;
    const end = this.#end();
    let a = from;
    while (a >= first && !this.#certain(a)) a--;
    let b = to - 1;
    while (b < end && !this.#certain(b)) b++;
    if (a < first) a = b;
    if (b >= end) b = a;
    return a < first || a >= end ? undefined : [a, b + 1];
  }

  /** The words whose middle lies between two frames, the last one included. */
  within(first: number, last: number): [number, number] | undefined {
    let from = -1;
    let to = -1;
    for (let word = this.transcript.words.from; word < this.#end(); word++) {
      const ms = this.#in(word);
      if (ms < 0) continue;
      const frame = inFromMs(ms + Math.max(0, this.#dur(word)) / 2, this.#rate);
      if (frame > last) break;
      if (frame < first) continue;
      if (from < 0) from = word;
      to = word + 1;
    }
    return from < 0 ? undefined : [from, to];
  }

  /** What is being said while a frame is shown, or was a moment ago. */
  at(frame: number): Said | undefined {
    let low = 0;
    let high = this.#timed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timed[middle]?.in ?? 0) <= frame) low = middle + 1;
      else high = middle;
    }
    const one = this.#timed[low - 1];
    return one && frame < (one.out ?? 0) + inFromMs(PAUSE_MS, this.#rate) ? one : undefined;
  }

  /** Words of a sentence that were not heard, or nobody knows well when. */
  unsure(one: Said): [number, number][] {
    if (this.transcript.timing !== 'aligned') return [];
    const runs: [number, number][] = [];
    for (let word = one.from; word < one.to; word++) {
      if (this.#certain(word)) continue;
      const run = runs.at(-1);
      if (run?.[1] === word) run[1]++;
      else runs.push([word, word + 1]);
    }
    return runs;
  }

  /**
   * Where words of another revision stand in this one: the same words together, those nearest to their old place; nothing where they are
   * not there any more.
   */
  find(other: Spoken, from: number, to: number): [number, number] | undefined {
    const wanted = other.#list(from, to);
    const here = this.#list(this.transcript.words.from, this.#end());
    let best: number | undefined;
    for (let at = 0; at + wanted.length <= here.length; at++)
      if (wanted.every((word, i) => here[at + i] === word))
        if (best === undefined || Math.abs(at - from) < Math.abs(best - from)) best = at;
    return best === undefined || !wanted.length
      ? undefined
      : [this.transcript.words.from + best, this.transcript.words.from + best + wanted.length];
  }

  #list(from: number, to: number): string[] {
    return this.said.flatMap((one) => {
      const words: string[] = [];
      for (let word = Math.max(from, one.from); word < Math.min(to, one.to); word++) {
        const begin = this.#offset(word) - one.offset;
        words.push(folded(one.text.slice(begin, begin + this.#length(word))));
      }
      return words;
    });
  }

  #end(): number {
    return this.transcript.words.from + this.transcript.words.offset.length;
  }

  #certain(word: number): boolean {
    return 'AFP'.includes(this.#how(word) || '-');
  }

  #how(word: number): string {
    return this.transcript.words.how[word - this.transcript.words.from] ?? '';
  }

  #in(word: number): number {
    return this.transcript.words.in[word - this.transcript.words.from] ?? -1;
  }

  #dur(word: number): number {
    return this.transcript.words.dur[word - this.transcript.words.from] ?? 0;
  }

  #offset(word: number): number {
    return this.transcript.words.offset[word - this.transcript.words.from] ?? 0;
  }

  #length(word: number): number {
    return this.transcript.words.length[word - this.transcript.words.from] ?? 0;
  }
}
