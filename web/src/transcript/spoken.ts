import type {Schema} from '../api/client';
import {inFromMs, outFromMs, type Rate, toMs} from '../lib/frames';
import {folded} from './folded';
import {type Edge, QuoteRule} from './quote-rule';
import {type Spans, spans, WordTimes} from './times';

export type Transcript = Schema<'Transcript'>;
export type Speaker = Schema<'Speaker'>;

/** A sentence of speech. */
export interface Said {
  /** Its place among all of them. */
  at: number;
  text: string;
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

/** Words `[from, to)` as frames to be cut, the last one included. */
export interface Quote {
  from: number;
  to: number;
  in: number;
  last: number;
  edges: {in: Edge; last: Edge};
}

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
  readonly #times: WordTimes;
  readonly #rule: QuoteRule;
  /** The letters of each word in its sentence. */
  readonly #letters: Spans = {start: [], end: []};

  constructor(transcript: Transcript, rate: Rate, frames: number) {
    this.transcript = transcript;
    this.#times = new WordTimes(transcript.words);
    this.#rule = new QuoteRule(this.#times, transcript.pauses);
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
          const [first, end] = one.frames ?? [];
          const ms = first === undefined ? undefined : toMs(first, rate);
          const sentence = {at: said.length, text: one.text, from, to, in: first, out: end, ms};
          said.push(sentence);
          this.#read(sentence);
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
    const begin = first > one.from ? this.#start(first) : 0;
    const end = last < one.to - 1 ? this.#end(last) : one.text.length;
    return [begin, end];
  }

  /** Snapped outwards to whole words: the words that letters `[begin, end)` of a sentence belong to. */
  words(one: Said, begin: number, end: number): [number, number] {
    let from = one.from;
    while (from < one.to && this.#end(from) <= begin) from++;
    let to = from;
    while (to < one.to && this.#start(to) < end) to++;
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
    const cut = edge === 'in' ? this.#rule.in(word) : this.#rule.out(word);
    if (!cut) return undefined;
    const ms = Math.max(0, cut.ms);
    const frame = edge === 'in' ? inFromMs(ms, this.#rate) : outFromMs(ms, this.#rate) - 1;
    return {frame: Math.min(this.#frames - 1, Math.max(0, frame)), how: cut.how};
  }

  /** By how many milliseconds a word may be off; nothing where that is not known, or it has no time. */
  uncertainty(word: number): number | undefined {
    return this.#times.uncertainty(word);
  }

  /** The nearest words around some that were heard for certain. */
  nearest(from: number, to: number): [number, number] | undefined {
    return this.#times.nearest(from, to);
  }

  /** The words whose middle lies between two frames, the last one included. */
  within(first: number, last: number): [number, number] | undefined {
    let from = -1;
    let to = -1;
    for (let word = this.#times.from; word < this.#times.to; word++) {
      const time = this.#times.of(word);
      if (!time) continue;
      const frame = inFromMs((time[0] + time[1]) / 2, this.#rate);
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
      if (this.#times.certain(word)) continue;
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
    const here = this.#list(this.#times.from, this.#times.to);
    let best: number | undefined;
    for (let at = 0; at + wanted.length <= here.length; at++)
      if (wanted.every((word, i) => here[at + i] === word))
        if (best === undefined || Math.abs(at - from) < Math.abs(best - from)) best = at;
    return best === undefined || !wanted.length
      ? undefined
      : [this.#times.from + best, this.#times.from + best + wanted.length];
  }

  #list(from: number, to: number): string[] {
    return this.said.flatMap((one) => {
      const words: string[] = [];
      for (let word = Math.max(from, one.from); word < Math.min(to, one.to); word++) {
        words.push(folded(one.text.slice(this.#start(word), this.#end(word))));
      }
      return words;
    });
  }

  #read({from, to}: Said): void {
    const {from: first, skip, length} = this.transcript.words;
    const letters = spans(skip.slice(from - first, to - first), length.slice(from - first, to - first));
    this.#letters.start.push(...letters.start);
    this.#letters.end.push(...letters.end);
  }

  #start(word: number): number {
    return this.#letters.start[word - this.#times.from] ?? 0;
  }

  #end(word: number): number {
    return this.#letters.end[word - this.#times.from] ?? 0;
  }
}
