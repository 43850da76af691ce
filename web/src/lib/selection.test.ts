import fc from 'fast-check';
import {beforeEach, describe, expect, it} from 'vitest';
import {createSelection, isWhole, type Selection, selectionOf} from './selection';

const make = (key = `test-${Math.random()}`) => createSelection(key, 1000, 20);
const edges = ({current}: Selection) => [current.value.in, current.value.last];
const names = ({ranges}: Selection) => ranges.value.map(({label}) => label);

beforeEach(() => sessionStorage.clear());

describe('a selection', () => {
  it('is set by a foreign part of the page, which only knows the video', () => {
    const shown = selectionOf('a-video', 1000, 20);
    selectionOf('a-video', 1000, 20).set({in: 120, last: 249});
    expect(edges(shown)).toEqual([120, 249]);
    expect(edges(selectionOf('another', 1000, 20))).toEqual([undefined, undefined]);
  });

  it('begins open, and takes one edge after the other', () => {
    const selection = make();
    expect(isWhole(selection.current.value)).toBe(false);
    selection.set({last: 50});
    selection.set({in: 10});
    expect(edges(selection)).toEqual([10, 50]);
  });

  it('moves the other edge along, so that the length stays', () => {
    const selection = make();
    selection.set({in: 100, last: 199});
    expect(selection.set({in: 300})).toBe(true);
    expect(edges(selection)).toEqual([300, 399]);
    expect(selection.set({last: 150})).toBe(true);
    expect(edges(selection)).toEqual([51, 150]);
    expect(selection.set({in: 60})).toBe(false);
    expect(edges(selection)).toEqual([60, 150]);
  });

  it('holds one frame where both edges are the same', () => {
    const selection = make();
    selection.set({in: 7, last: 7});
    expect(edges(selection)).toEqual([7, 7]);
  });

  it('always lies inside the video with its edges in order, whatever is done', () => {
    const frame = fc.integer({min: -2000, max: 3000});
    const act = fc.oneof(
      fc.record({in: frame}),
      fc.record({last: frame}),
      fc.record({in: frame, last: frame}),
      fc.constantFrom('add', 'copy', 'remove', 'undo', 'up'),
    );
    fc.assert(
      fc.property(fc.array(act, {maxLength: 60}), (acts) => {
        const selection = make();
        for (const one of acts) {
          const {id} = selection.current.value;
          if (typeof one === 'object') selection.set(one);
          else if (one === 'up') selection.move(id, -1);
          else if (one === 'undo') selection.undo();
          else if (one === 'add') selection.add();
          else selection[one](id);
          const all = selection.ranges.value;
          expect(all.length).toBeGreaterThan(0);
          expect(all.length).toBeLessThanOrEqual(20);
          expect(new Set(all.map((range) => range.id)).size).toBe(all.length);
          expect(all).toContain(selection.current.value);
          for (const range of all.filter(isWhole))
            expect(0 <= range.in && range.in <= range.last && range.last < 1000).toBe(true);
        }
      }),
    );
  });

  it('is kept over reload, and nothing broken is read back', () => {
    const first = createSelection('kept', 1000, 20);
    first.set({in: 1, last: 2});
    first.name('one');
    first.add({in: 5, last: 9});
    const again = createSelection('kept', 1000, 20);
    expect(again.ranges.value).toEqual(first.ranges.value);
    expect(edges(again)).toEqual([5, 9]);
    for (const broken of [
      '{',
      '[]',
      '{"ranges":[]}',
      '{"ranges":[{"id":1,"label":"x","in":5000}],"now":1}',
      '{"ranges":[{"id":1,"label":"x","in":5,"last":4}]}',
    ]) {
      sessionStorage.setItem('kept', broken);
      expect(edges(createSelection('kept', 1000, 20))).toEqual([undefined, undefined]);
    }
  });

  it('puts back what was removed, where it was', () => {
    const selection = make();
    selection.name('a');
    for (const label of ['b', 'c']) {
      selection.add();
      selection.name(label);
    }
    const [, second] = selection.ranges.value;
    selection.remove(second?.id ?? 0);
    expect(names(selection)).toEqual(['a', 'c']);
    expect(selection.removed.value?.label).toBe('b');
    selection.undo();
    expect(names(selection)).toEqual(['a', 'b', 'c']);
    expect(selection.removed.value).toBeUndefined();
  });

  it('moves and copies ranges', () => {
    const selection = make();
    selection.name('a');
    selection.add();
    selection.name('b');
    selection.move(selection.current.value.id, -1);
    expect(names(selection)).toEqual(['b', 'a']);
    selection.move(selection.current.value.id, -1);
    expect(names(selection)).toEqual(['b', 'a']);
    selection.copy(selection.current.value.id);
    expect(names(selection)).toEqual(['b', 'b', 'a']);
  });

  it('has names of 60 characters, each emoji one', () => {
    const selection = make();
    selection.name('🎥'.repeat(70));
    expect(selection.current.value.label).toBe('🎥'.repeat(60));
  });

  it('was asked for only as it stood', () => {
    const selection = make();
    selection.set({in: 1, last: 5});
    selection.asked([selection.current.value.id]);
    expect(selection.current.value.asked).toBe(true);
    selection.set({in: 2});
    expect(selection.current.value.asked).toBe(false);
  });
});
