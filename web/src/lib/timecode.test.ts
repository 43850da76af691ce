import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {RATES} from './rates.fixture';
import {fromZero, recorded, type Timecode} from './timecode';

const NTSC = {num: 30000, den: 1001};
const read = (code: Timecode, label: string) => {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = label.split(/[:;]/).map(Number);
  return code.frame(hours, minutes, seconds, frames);
};

describe('timecode', () => {
  it('reads every label that it writes', () => {
    fc.assert(
      fc.property(
        fc.nat(23 * 3600 * 24),
        fc.constantFrom(...RATES),
        fc.constantFrom(undefined, '10:00:00:00', '23:59:50:00', '01:00:00;00'),
        (frame, rate, start) => {
          const code = recorded(start, rate) ?? fromZero(rate);
          expect(read(code, code.label(frame))).toBe(frame);
        },
      ),
    );
  });

  it('leaves out two labels a minute but each tenth at 29.97', () => {
    const code = fromZero(NTSC);
    expect(code.label(1799)).toBe('00:00:59;29');
    expect(code.label(1800)).toBe('00:01:00;02');
    expect(code.label(17981)).toBe('00:09:59;29');
    expect(code.label(17982)).toBe('00:10:00;00');
    expect(code.label(107892)).toBe('01:00:00;00');
    expect(read(code, '00:01:00;01')).toBeUndefined();
    expect(read(code, '00:10:00;01')).toBe(17983);
  });

  it('leaves out four at 59.94, and none at any other rate', () => {
    expect(fromZero({num: 60000, den: 1001}).label(3600)).toBe('00:01:00;04');
    expect(fromZero({num: 24000, den: 1001}).label(1440)).toBe('00:01:00:00');
    expect(fromZero({num: 30, den: 1}).label(1800)).toBe('00:01:00:00');
  });

  it('counts as the recording does, from its first label', () => {
    expect(recorded('10:00:00:00', {num: 25, den: 1})?.label(30087)).toBe('10:20:03:12');
    expect(recorded('10:00:00:00', NTSC)?.label(1800)).toBe('10:01:00:00');
    expect(recorded('10:00:00;00', NTSC)?.label(1800)).toBe('10:01:00;02');
  });

  it('starts anew at midnight', () => {
    const code = recorded('23:59:59:00', {num: 25, den: 1});
    expect(code?.label(25)).toBe('00:00:00:00');
    expect(code && read(code, '00:00:00:05')).toBe(30);
  });

  it('is not there for what is no label', () => {
    for (const start of [undefined, '', '10:00:00', '10:00:60:00', 'now'])
      expect(recorded(start, NTSC)).toBeUndefined();
  });

  it('has three digits for frames only where it needs them', () => {
    expect(fromZero({num: 120, den: 1}).label(119)).toBe('00:00:00:119');
  });
});
