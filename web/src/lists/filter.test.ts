import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isPossible, isReversed, readFilter, writeFilter} from './filter';

describe('the filter of an address', () => {
  it('leaves out days that are none', () => {
    for (const from of ['2026-02-30', '2026-2-1', 'yesterday', '2026-02-01T00:00', '', '\u202e2026-02-01'])
      expect(readFilter({from}).from).toBe('');
    for (const from of ['2024-02-29', '2026-12-31']) expect(readFilter({from}).from).toBe(from);
  });

  it('keeps an event that cannot be, and knows that it cannot', () => {
    for (const event of ['"><script>', 'A', 'a b', '-a', 'a'.repeat(65), '../x', 'ї']) {
      expect(readFilter({event}).event).toBe(event);
      expect(isPossible(readFilter({event}))).toBe(false);
    }
    for (const event of ['', 'a', '2026-02-forum', 'a'.repeat(64)])
      expect(isPossible(readFilter({event}))).toBe(true);
  });

  it('knows days in the wrong order', () => {
    expect(isReversed({event: '', from: '2026-02-02', to: '2026-02-01'})).toBe(true);
    expect(isReversed({event: '', from: '2026-02-01', to: '2026-02-01'})).toBe(false);
    expect(isReversed({event: '', from: '', to: '2026-02-01'})).toBe(false);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.record({event: fc.string(), from: fc.string(), to: fc.string()}), (any) => {
        const filter = readFilter(any);
        const query = Object.fromEntries(new URLSearchParams(writeFilter(filter)));
        expect(readFilter(query)).toEqual(filter);
      }),
    );
  });
});
