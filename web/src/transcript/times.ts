import type {Schema} from '../api/client';

type Words = Schema<'Transcript'>['words'];

/** Where things begin and end of which is told how far each is from the end of the one before, and how long it is. */
export interface Spans {
  start: number[];
  end: number[];
}

export function spans(between: readonly number[], lengths: readonly number[]): Spans {
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  for (const [i, length] of lengths.entries()) {
    at += between[i] ?? 0;
    start.push(at);
    at += length;
    end.push(at);
  }
  return {start, end};
}

/** When the words of a transcript are spoken, and how far that is known; by their numbers. */
export class WordTimes {
  readonly from: number;
  readonly to: number;
  readonly #how: string;
  readonly #ms: Spans;
  readonly #uncertainty: number[];

  constructor({from, waitMs, durMs, how, uncertaintyMs}: Words) {
    this.from = from;
    this.to = from + how.length;
    this.#how = how;
    this.#ms = spans(waitMs, durMs);
    let at = 0;
    this.#uncertainty = Array.from(how, (one) => ('IE'.includes(one) ? (uncertaintyMs[at++] ?? 0) : 0));
  }

  /** Whether a word was heard, or its time set by hand. */
  certain(word: number): boolean {
    return 'AFP'.includes(this.#letter(word));
  }

  /** By how many milliseconds a word may be off; nothing where that is not known, or it has no time. */
  uncertainty(word: number): number | undefined {
    return 'AFPI'.includes(this.#letter(word)) ? this.#uncertainty[word - this.from] : undefined;
  }

  /** The milliseconds `[in, out]` of a word that has a time. */
  of(word: number): [number, number] | undefined {
    if ('UN-'.includes(this.#letter(word))) return undefined;
    return [this.#ms.start[word - this.from] ?? 0, this.#ms.end[word - this.from] ?? 0];
  }

  /** The nearest words around some that were heard for certain. */
  nearest(from: number, to: number): [number, number] | undefined {
    let a = from;
    while (a >= this.from && !this.certain(a)) a--;
    let b = to - 1;
    while (b < this.to && !this.certain(b)) b++;
    if (a < this.from) a = b;
    if (b >= this.to) b = a;
    return a < this.from || a >= this.to ? undefined : [a, b + 1];
  }

  #letter(word: number): string {
    return this.#how[word - this.from] ?? '-';
  }
}
