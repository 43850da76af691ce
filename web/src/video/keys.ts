import {effect, signal} from '@preact/signals';
import {framesIn} from '../lib/frames';
import {isWhole} from '../lib/selection';
import type {Desk} from './desk';

const KEPT = 'clipdesk.keys';

/** Whether single keys do something in the player and the clipper. */
export const keysOn = signal(localStorage.getItem(KEPT) !== 'off');
effect(() => localStorage.setItem(KEPT, keysOn.value ? 'on' : 'off'));

// Where a keyboard has other letters (Cyrillic), the key in that place.
const PLACES: Readonly<Record<string, string>> = {Comma: ',', Period: '.', Slash: '?'};

function keyOf({key, code, shiftKey}: KeyboardEvent): string {
  if (key === '?' || (code === 'Slash' && shiftKey)) return '?';
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  if (key.length > 1 || key === ' ') return key;
  return PLACES[code] ?? code.replace(/^Key/, '').toLowerCase();
}

const TYPED = 'input:not([type=range], [type=checkbox]), textarea, select, [contenteditable]';

/** Does what a single key stands for; never while something is typed or chosen, or with a modifier that means something else. */
export function press(event: KeyboardEvent, desk: Desk, list: () => void): void {
  const target = event.target as HTMLElement;
  if (!keysOn.value || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (target.closest(TYPED) || target.closest('dialog')) return;
  const key = keyOf(event);
  // What a focused control does with a key of its own is its affair.
  if (target.closest('button, a, summary') && (key === ' ' || key === 'Enter')) return;
  if (target.matches('input') && (key.startsWith('Arrow') || key === ' ')) return;
  const stage = desk.stage.value;
  const {selection} = desk;
  const now = selection.current.value;
  const second = framesIn(1, desk.rate);
  const acts: Record<string, () => unknown> = {
    '?': list,
    ...(stage && {
      k: () => stage.toggle(),
      ' ': () => stage.toggle(),
      j: () => stage.step(-10 * second),
      l: () => stage.step(10 * second),
      ArrowLeft: () => stage.step(-second),
      ArrowRight: () => stage.step(second),
      ',': () => stage.step(-1),
      '.': () => stage.step(1),
      i: () => (event.shiftKey ? now.in !== undefined && stage.show(now.in) : mark(desk, 'in')),
      o: () => (event.shiftKey ? now.last !== undefined && stage.show(now.last) : mark(desk, 'last')),
      p: () => isWhole(now) && stage.play(now.in, now.last),
      m: () => {
        stage.video.muted = !stage.video.muted;
      },
      f: () => fullScreen(stage.video),
    }),
  };
  const act = acts[key];
  if (!act) return;
  event.preventDefault();
  void act();
}

/** Sets an edge to the picture on screen: it is held first, so that the one written is the one seen. */
export async function mark({stage, selection}: Desk, edge: 'in' | 'last'): Promise<void> {
  const frame = await stage.value?.hold();
  if (frame !== undefined) selection.set({[edge]: frame});
}

/** The player with its controls, on the whole screen and back. */
export function fullScreen(video: HTMLVideoElement): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void video.closest('section')?.requestFullscreen?.();
}
