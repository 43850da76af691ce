import {type Signal, signal} from '@preact/signals';
import {act, cleanup, render} from '@testing-library/preact';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Stage} from '../video/stage';
import {Watch, type Watched} from './watch';

/** As much of a player as tells how it fares. */
function film(status: string) {
  const shown: number[] = [];
  const state = signal('ready');
  const stage = {state, frame: signal(0), show: async (frame: number) => shown.push(frame)};
  const held = signal(stage) as unknown as Signal<Stage>;
  const watched = {
    Player: () => null,
    Shortcuts: () => null,
    press: () => undefined,
    href: '/film?signed',
    desk: {stage: held, video: {status}},
    readAt: performance.now(),
  } as unknown as Watched;
  return {watched, stage, state, shown};
}

let readings = 0;
const again = () => {
  readings++;
};
const fails = (state: Signal<string>) =>
  act(() => {
    state.value = 'failed';
  });

beforeEach(() => {
  vi.useFakeTimers();
  readings = 0;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the film of a video that is not released', () => {
  it('is read anew when its link is dead, and goes on where it stood', async () => {
    const {watched, stage, state} = film('hidden');
    const {rerender} = render(<Watch watched={watched} again={again} />);
    vi.advanceTimersByTime(900_000);
    stage.frame.value = 321;
    await fails(state);
    expect(readings).toBe(1);
    const next = film('hidden');
    rerender(<Watch watched={next.watched} again={again} />);
    await act(() => undefined);
    expect(next.shown).toEqual([321]);
    expect(readings).toBe(1);
  });

  it('is not asked for again and again where it cannot be played at all', async () => {
    const {watched, state} = film('embargoed');
    render(<Watch watched={watched} again={again} />);
    vi.advanceTimersByTime(1000);
    await fails(state);
    expect(readings).toBe(0);
  });
});

describe('the film of a video that is released', () => {
  it('has an address that stays', async () => {
    const {watched, state} = film('released');
    render(<Watch watched={watched} again={again} />);
    vi.advanceTimersByTime(900_000);
    await fails(state);
    expect(readings).toBe(0);
  });
});
