import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {toMs} from './frames';
import {RATES} from './rates.fixture';
import {fromZero, recorded} from './timecode';
import {readTyped} from './typed';

const PAL = {num: 25, den: 1};
const NTSC = {num: 30000, den: 1001};
const hour = (rate = PAL, start?: string) => ({
  rate,
  frames: Math.round((3600 * rate.num) / rate.den),
  shown: recorded(start, rate) ?? fromZero(rate),
  zero: fromZero(rate),
});

describe('a typed position', () => {
  it.each([
    ['10:20:03:12', 30087],
    ['10:20:03;12', 30087],
    [' 10 : 20 : 03 : 12 ', 30087],
    ['\u202a10:20:03:12\u202c\u00a0\ufeff', 30087],
    ['１０：２０：０３：１２', 30087],
    ['10.20.03.12', 30087],
    ['10200312', 30087],
    ['10:20:03', 30075],
    ['00:20:03:12', 30087],
    ['20:03', 30075],
    ['20:03.480', 30087],
    ['0:20:03,48', 30087],
    ['20:03.', 30075],
    ['1203,48', 30087],
    ['1203.48', 30087],
    ['1203', 30075],
    ['f30087', 30087],
    ['F 30 087', 30087],
    ['f30,087', 30087],
    ['#30087', 30087],
    ['59:59.99', 89999],
    ['0', 0],
  ])('%s is frame %d of an hour that begins at 10:00:00:00', (typed, frame) => {
    expect(readTyped(typed, hour(PAL, '10:00:00:00'))).toEqual({frame});
  });

  it('is read in the count that is shown where both could be meant', () => {
    expect(readTyped('00:10:00:00', hour(PAL, '00:05:00:00'))).toEqual({frame: 7500});
    expect(readTyped('00:10:00:00', hour())).toEqual({frame: 15000});
    expect(readTyped('1:02:03.480', {...hour(), frames: 100_000})).toEqual({frame: 93087});
    expect(readTyped('90:00', {...hour(), frames: 200_000})).toEqual({frame: 135_000});
  });

  it.each([
    '',
    ' ',
    'noon',
    '10:20:03:12:01',
    '20:75',
    '1:60:00',
    '-3',
    '1e3',
    '10:20:03:25',
    'f',
    'f-1',
    '::',
    ':20',
    '20:',
    '1:2:3:4.5',
    '<b>',
    '٣',
    '99999999999999999999',
  ])('%j is none', (typed) => {
    expect(readTyped(typed, hour(PAL, '10:00:00:00'))).toEqual({fault: 'unreadable'});
  });

  it.each(['11:00:00:00', 'f90000', '1:00:00', '3600', '09:59:59:24'])('%s lies outside', (typed) => {
    expect(readTyped(typed, hour(PAL, '10:00:00:00'))).toEqual({fault: 'outside'});
  });

  it('says that a label is left out', () => {
    expect(readTyped('00:01:00;01', hour(NTSC))).toEqual({fault: 'left-out'});
    expect(readTyped('00:01:00;02', hour(NTSC))).toEqual({frame: 1800});
    expect(readTyped('00:01:00:02', hour(NTSC))).toEqual({frame: 1800});
  });

  it('gives back every frame that the page wrote, as label, as time and as number', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...RATES), fc.boolean(), (any, rate, counted) => {
        const scale = hour(rate, counted ? '10:00:00:00' : undefined);
        const frame = any % scale.frames;
        expect(readTyped(scale.shown.label(frame), scale)).toEqual({frame});
        expect(readTyped((toMs(frame, rate) / 1000).toFixed(3), scale)).toEqual({frame});
        expect(readTyped(`f${frame}`, scale)).toEqual({frame});
      }),
    );
  });

  it('never throws, and is never outside the video', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readTyped(typed, hour());
        if ('frame' in read) expect(read.frame >= 0 && read.frame < 90_000).toBe(true);
      }),
    );
  });
});
