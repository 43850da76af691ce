import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readMoment, writeMoment} from './moment';
import {RATES} from './rates.fixture';

const PAL = {num: 25, den: 1};

describe('?t= of a video', () => {
  it('leads back to the same frames', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(999_999), fc.constantFrom(...RATES), (one, other, rate) => {
        const range = {in: Math.min(one, other), last: Math.max(one, other)};
        expect(readMoment(writeMoment(range, rate), 1_000_000, rate)).toEqual(range);
        expect(readMoment(writeMoment({frame: one}, rate), 1_000_000, rate)).toEqual({frame: one});
      }),
    );
  });

  it('may end with the video', () => {
    expect(readMoment('0,20000', 500, PAL)).toEqual({in: 0, last: 499});
    expect(readMoment('0,20040', 500, PAL)).toBeUndefined();
  });

  it.each([
    '',
    ',',
    '1,',
    ',1',
    '-1',
    '1e9',
    '80,40',
    '40,40',
    '99999999999',
    '20000',
    '1.5',
    '1,2,3',
    '<script>',
    ' 1',
    '0x10',
    '٣',
  ])('%j is none', (t) => expect(readMoment(t, 500, PAL)).toBeUndefined());
});
