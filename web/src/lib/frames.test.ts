import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {framesIn, inFromMs, middle, outFromMs, shownAt, toMs} from './frames';
import {RATES} from './rates.fixture';

const rates = fc.constantFrom(...RATES);
const frames = fc.nat(24 * 3600 * 120);

describe('positions', () => {
  it('come back as the same frame from the milliseconds that stand for them, all of three hours', () => {
    for (const rate of RATES) {
      const all = Math.ceil((3 * 3600 * rate.num) / rate.den);
      for (let frame = 0; frame <= all; frame++) {
        const ms = toMs(frame, rate);
        if (inFromMs(ms, rate) !== frame || outFromMs(ms, rate) !== frame)
          expect.fail(`${frame} at ${rate.num}/${rate.den}: ${ms} ms`);
      }
    }
  }, 60_000);

  it('agree with exact whole-number arithmetic', () => {
    fc.assert(
      fc.property(frames, rates, (frame, rate) => {
        const [n, d] = [BigInt(rate.num), BigInt(rate.den)];
        const ms = toMs(frame, rate);
        expect(BigInt(ms)).toBe((2000n * BigInt(frame) * d + n) / (2n * n));
        expect(BigInt(inFromMs(ms + 7, rate))).toBe(((2n * BigInt(ms + 7) + 1n) * n) / (2000n * d));
      }),
    );
  });

  it('are those of the API', () => {
    expect(toMs(30087, {num: 25, den: 1})).toBe(1203480);
    expect(toMs(1, {num: 30000, den: 1001})).toBe(33);
    expect(inFromMs(33, {num: 30000, den: 1001})).toBe(1);
    expect(inFromMs(32, {num: 30000, den: 1001})).toBe(0);
    expect(outFromMs(34, {num: 30000, den: 1001})).toBe(2);
    expect(outFromMs(0, {num: 25, den: 1})).toBe(0);
  });
});

describe('what is on screen', () => {
  it('is the frame whose middle was sought, told by its beginning or by its middle', () => {
    fc.assert(
      fc.property(frames, rates, (frame, rate) => {
        expect(shownAt(middle(frame, rate), rate)).toBe(frame);
        expect(shownAt((frame * rate.den) / rate.num, rate)).toBe(frame);
        // Containers with a coarse clock give the beginning a little early or late.
        expect(shownAt((frame * rate.den) / rate.num - 0.00004, rate)).toBe(frame);
      }),
    );
  });

  it('has a whole number of frames in a second, at least one', () => {
    expect(framesIn(1, {num: 30000, den: 1001})).toBe(30);
    expect(framesIn(0, {num: 25, den: 1})).toBe(1);
  });
});
