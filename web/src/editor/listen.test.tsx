import {signal} from '@preact/signals';
import {cleanup, fireEvent, render, screen, waitFor} from '@testing-library/preact';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import {speak} from '../i18n';
import type {Finding} from './inspect';
import {Listen} from './listen';
import type {Watched} from './watch';

const finding = (id: string, frame: number) => ({id, at: {ms: 40 * frame, frame}}) as Finding;

/** A player that tells what it is asked. */
function player() {
  const asked: string[] = [];
  const playing = signal(false);
  const stage = {
    playing,
    play: async (frame: number) => {
      asked.push(`play ${frame}`);
      playing.value = true;
    },
    hold: async () => {
      asked.push('hold');
      playing.value = false;
    },
  };
  const watched = {heard: signal(''), desk: {stage: signal(stage)}} as unknown as Watched;
  return {asked, watched, playing};
}

beforeAll(() => speak('ui', 'editor'));
afterEach(cleanup);

describe('the place of a finding', () => {
  it('is played by its button, and the button that plays it stops it', async () => {
    const {asked, watched} = player();
    render(
      <>
        <Listen finding={finding('a', 75)} estimated={false} watched={watched} />
        <Listen finding={finding('b', 250)} estimated={false} watched={watched} />
      </>,
    );
    const [first, second] = screen.getAllByRole('button') as [HTMLElement, HTMLElement];
    expect(first.textContent).toBe('Écouter dès 3\u00a0secondes0:03');
    fireEvent.click(first);
    await waitFor(() => expect(first.textContent).toContain('Pause'));
    expect(second.textContent).not.toContain('Pause');
    fireEvent.click(second);
    await waitFor(() => expect(second.textContent).toContain('Pause'));
    fireEvent.click(second);
    await waitFor(() => expect(second.textContent).not.toContain('Pause'));
    expect(asked).toEqual(['play 75', 'play 250', 'hold']);
  });

  it('is played again once the player was stopped by its own button', async () => {
    const {watched, playing} = player();
    render(<Listen finding={finding('a', 75)} estimated={false} watched={watched} />);
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(screen.getByRole('button').textContent).toContain('Pause'));
    playing.value = false;
    await waitFor(() => expect(screen.getByRole('button').textContent).not.toContain('Pause'));
  });

  it('is told where nothing plays, and called an estimate where it is one', () => {
    const {container} = render(<Listen finding={finding('a', 75)} estimated watched={undefined} />);
    expect(container.textContent).toBe('Écouter dès environ 3\u00a0secondesenviron 0:03');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('without a time is no place to play from', () => {
    const {watched} = player();
    const {container} = render(<Listen finding={{id: 'a'} as Finding} estimated={false} watched={watched} />);
    expect(container.textContent).toBe('');
  });
});
