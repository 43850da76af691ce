import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import vectors from '../../../vectors/quotes.json';
import {folded} from './folded';
import {readQuote, writeQuote} from './link';
import {Spoken, type Transcript} from './spoken';

const PAL = {num: 25, den: 1};
const FRAMES = 1000;

/** A transcript of sentences, a word each half second from the first on; `how` is a letter a word. */
function transcript(sentences: string[], how = '', some: Partial<Transcript> = {}): Transcript {
  const skip: number[] = [];
  const length: number[] = [];
  const said = sentences.map((text) => {
    const from = skip.length;
    let end = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}’'-]+/gu)) {
      skip.push(match.index - end);
      length.push(match[0].length);
      end = match.index + match[0].length;
    }
    const to = skip.length;
    const frame = (ms: number) => Math.floor((ms * 25) / 1000);
    return {
      text,
      words: [from, to],
      frames: [frame(1000 + 500 * from), frame(800 + 500 * to)],
      how: 'A' as const,
    };
  });
  const letters = skip.map((_, word) => how[word] ?? 'A').join('');
  const waitMs = skip.map((_, word) => (word === 0 ? 1000 : 200));
  const durMs = skip.map(() => 300);
  return {
    videoId: 'v',
    language: 'en',
    revision: 1,
    masterVersion: 'm',
    timing: 'aligned',
    biasMs: 0,
    speakers: [{id: 's1', name: 'Ana Sample'}],
    turns: [{turn: 0, origin: 'labelled', speaker: 's1', confidence: 1, paragraphs: [{sentences: said}]}],
    words: {from: 0, skip, length, waitMs, durMs, how: letters, uncertaintyMs: []},
    pauses: {waitMs: [], durMs: []},
    ...some,
  };
}

const spoken = (sentences: string[], how = '', some: Partial<Transcript> = {}) =>
  new Spoken(transcript(sentences, how, some), PAL, FRAMES);

const TWO = ['Good afternoon.', 'The council did not sign it.'];

describe('words of a transcript', () => {
  it('are the letters that were selected, snapped outwards', () => {
    const one = spoken(TWO).said[1];
    expect(one && spoken(TWO).words(one, 5, 6)).toEqual([3, 4]);
    expect(one && spoken(TWO).words(one, 0, 28)).toEqual([2, 8]);
    // Blanks and full stops are no words.
    expect(one && spoken(TWO).words(one, 3, 4)).toEqual([3, 3]);
  });

  it('give their text back with what stands between them', () => {
    expect(spoken(TWO).text(1, 5)).toBe('afternoon. The council did');
    expect(spoken(TWO).text(0, 8)).toBe('Good afternoon. The council did not sign it.');
  });

  it('give any selection of letters back whole', () => {
    const all = spoken(TWO);
    fc.assert(
      fc.property(fc.nat(1), fc.nat(28), fc.nat(28), (at, a, b) => {
        const one = all.said[at];
        if (!one) throw new Error();
        const [begin, end] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = all.words(one, begin, end);
        if (from === to) return;
        const [first, last] = all.letters(one, from, to);
        const inner = one.text.slice(begin, end).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
        expect(one.text.slice(first, last)).toContain(inner);
      }),
    );
  });
});

describe('a quote', () => {
  it('is its words with a little room at both ends, in whole frames', () => {
    // Words 3 to 4 are heard from 2500 to 3300 ms; 150 ms outside are 2350 and 3450.
    expect(spoken(TWO).quote(3, 5)).toEqual({
      from: 3,
      to: 5,
      in: 58,
      last: 86,
      edges: {in: 'padded', last: 'padded'},
    });
  });

  it('stays inside the video', () => {
    const quote = new Spoken(transcript(TWO), PAL, 120).quote(0, 8);
    expect(quote).toMatchObject({in: 21, last: 119});
  });

  it('is wider by what is uncertain, up to two seconds', () => {
    const by = (ms: number) =>
      spoken(TWO, 'AAAIAAAA', {
        words: {...transcript(TWO, 'AAAIAAAA').words, uncertaintyMs: [ms]},
      }).quote(3, 5);
    expect(by(1000)).toMatchObject({in: 37, edges: {in: 'widened', last: 'padded'}});
    expect(by(2000)).toMatchObject({in: 12});
    expect(by(2001)).toBeUndefined();
  });

  it.each(['U', 'N', 'E'])('is none where an edge is %s', (how) => {
    const all = spoken(TWO, `AAA${how}AAAA`);
    expect(all.quote(3, 5)).toBeUndefined();
    expect(all.quote(2, 4)).toBeUndefined();
    expect(all.quote(2, 5)).toBeDefined();
    expect(all.nearest(3, 4)).toEqual([2, 5]);
  });

  it('has no nearest words where none were heard', () => {
    expect(spoken(TWO, 'UUUUUUUU').nearest(3, 4)).toBeUndefined();
    expect(spoken(TWO, 'UUUAUUUU').nearest(5, 6)).toEqual([3, 4]);
  });

  it('begins and ends in a pause that is near', () => {
    // From 1800 to 2450 ms and from 3350 to 3500: words 3 to 4 are heard from 2500 to 3300.
    const pauses = {waitMs: [1800, 900], durMs: [650, 150]};
    expect(spoken(TWO, '', {pauses}).quote(3, 5)).toEqual({
      from: 3,
      to: 5,
      in: 57,
      last: 86,
      edges: {in: 'pause', last: 'pause'},
    });
  });

  it('is cut as the API cuts it', () => {
    const {transcript, rate, frames, quotes} = vectors;
    const all = new Spoken(transcript as Transcript, rate, frames);
    const cut = quotes.map(([from, to]) => {
      const quote = all.quote(from as number, to as number);
      return quote ? [from, to, quote.in, quote.last + 1, quote.edges.in, quote.edges.last] : [from, to];
    });
    expect(cut).toEqual(quotes);
  });

  it('is none of times that are only estimated', () => {
    expect(spoken(TWO, '', {timing: 'estimated'}).quote(0, 2)).toBeUndefined();
  });
});

describe('frames', () => {
  it('hold the words whose middle is inside', () => {
    const all = spoken(TWO);
    // Word 2 is heard from 2000 to 2300 ms, word 4 from 3000 on: their middles are in frames 53 and 78.
    expect(all.within(53, 77)).toEqual([2, 4]);
    expect(all.within(54, 77)).toEqual([3, 4]);
    expect(all.within(0, 10)).toBeUndefined();
  });

  it('hold the words that they were made of', () => {
    const all = spoken(TWO);
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const quote = all.quote(from, to);
        expect(quote && all.within(quote.in, quote.last)).toEqual([from, to]);
      }),
    );
  });

  it('show what is being said, and its pause', () => {
    const all = spoken(TWO);
    expect(all.at(24)).toBeUndefined();
    expect(all.at(25)?.at).toBe(0);
    expect(all.at(49)?.at).toBe(0);
    expect(all.at(50)?.at).toBe(1);
    expect(all.at(169)?.at).toBe(1);
    expect(all.at(170)).toBeUndefined();
  });
});

describe('words of another revision', () => {
  it('are found where they stand now', () => {
    const now = spoken(['Ladies and gentlemen.', ...TWO]);
    expect(now.find(spoken(TWO), 3, 6)).toEqual([6, 9]);
  });

  it('are found nearest to where they stood, whatever their letters', () => {
    const now = spoken(['Good afternoon.', 'GOOD AFTERNOON.', 'Good afternoon.']);
    expect(now.find(spoken(['One two.', 'good afternoon.']), 2, 4)).toEqual([2, 4]);
  });

  it('are not there any more when one of them is another', () => {
    expect(spoken(['Good afternoon.', 'The council did sign it.']).find(spoken(TWO), 3, 6)).toBeUndefined();
  });
});

describe('uncertain words', () => {
  it('are told in runs, where the others were heard', () => {
    const all = spoken(TWO, 'AAAIUAAA');
    expect(all.said.map((one) => all.unsure(one))).toEqual([[], [[3, 5]]]);
    expect(spoken(TWO, 'IIIIIIII', {timing: 'cues'}).unsure(all.said[1] as never)).toEqual([]);
  });
});

describe('finding', () => {
  it('looks past case, accents and apostrophes, and moves no letter', () => {
    expect(folded('L’Été À ÎLE')).toBe("l'ete a ile");
    expect(folded('здоров’я Ї')).toBe("здоров'я і");
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(folded(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('a link to words', () => {
  it('is read as it was written', () => {
    const link = {language: 'uk', revision: 4, from: 12, to: 31};
    expect(readQuote(writeQuote(link))).toEqual(link);
  });

  it.each(['', 'en', 'en.4', 'en.4.12', 'en.4.31-12', 'en.4.12-12', 'en.0.1-2', 'EN.4.1-2', 'en.4.1-2 '])(
    'is none in %j',
    (text) => {
      expect(readQuote(text)).toBeUndefined();
    },
  );
});
