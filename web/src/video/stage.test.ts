import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {shownAt} from '../lib/frames';
import {Stage} from './stage';

const PAL = {num: 25, den: 1};

/** As much of a video element as a stage uses: seeks are painted when the test says so. */
class Screen extends EventTarget {
  readyState = 4;
  paused = true;
  src = '';
  sought: number[] = [];
  readonly callbacks: VideoFrameRequestCallback[] = [];
  get currentTime(): number {
    return this.sought.at(-1) ?? 0;
  }
  set currentTime(seconds: number) {
    this.sought.push(seconds);
  }
  get frames(): number[] {
    return this.sought.map((seconds) => shownAt(seconds, PAL));
  }
  requestVideoFrameCallback(callback: VideoFrameRequestCallback): number {
    return this.callbacks.push(callback);
  }
  async paint(frame = shownAt(this.currentTime, PAL)): Promise<void> {
    for (const callback of this.callbacks.splice(0))
      callback(0, {mediaTime: frame / 25} as VideoFrameCallbackMetadata);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
  async play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event('play'));
  }
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
  tell(event: string): void {
    this.dispatchEvent(new Event(event));
  }
}

let screen: Screen;
let stage: Stage;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('HTMLMediaElement', {HAVE_METADATA: 1});
  screen = new Screen();
  stage = new Stage(screen as unknown as HTMLVideoElement, '/preview', PAL, 1000);
  screen.tell('loadedmetadata');
  screen.tell('loadeddata');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a stage', () => {
  it('has one seek on its way, and only the newest of those wanted meanwhile follows', async () => {
    void stage.show(10);
    for (const frame of [20, 30, 40]) void stage.show(frame);
    expect(screen.frames).toEqual([10]);
    await screen.paint();
    expect(screen.frames).toEqual([10, 40]);
    await screen.paint();
    expect(screen.frames).toEqual([10, 40]);
    expect(stage.frame.value).toBe(40);
  });

  it('steps from the frame wanted, so that quick presses add up, and stays inside the video', () => {
    for (let press = 0; press < 5; press++) void stage.step(1);
    expect(stage.frame.value).toBe(5);
    void stage.step(-99);
    expect(stage.frame.value).toBe(0);
    void stage.step(9999);
    expect(stage.frame.value).toBe(999);
  });

  it('does not wait for ever for a picture that a tab in the background never paints', async () => {
    let shown = false;
    void stage.show(7).then(() => {
      shown = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown).toBe(false);
    screen.tell('seeked');
    await vi.advanceTimersByTimeAsync(599);
    expect(shown).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(shown).toBe(true);
  });

  it('does not take a picture of before the seek for the one that is wanted', async () => {
    let shown = false;
    void stage.show(7).then(() => {
      shown = true;
    });
    await screen.paint(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toBe(false);
    await screen.paint(7);
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toBe(true);
  });

  it('is there at once where the picture that is wanted is the one on screen', async () => {
    const first = stage.show(7);
    await screen.paint();
    await first;
    const again = stage.show(7);
    screen.tell('seeked');
    await again;
    expect(screen.frames).toEqual([7, 7]);
  });

  it('stops with the last frame of a range on screen', async () => {
    const playing = stage.play(100, 124);
    await screen.paint();
    await playing;
    for (const frame of [122, 123]) await screen.paint(frame);
    expect(screen.paused).toBe(false);
    await screen.paint(124);
    expect(screen.paused).toBe(true);
    expect(screen.frames.at(-1)).toBe(124);
  });

  it('loads a dead link anew, once, with another query and at the same frame, playing as before', async () => {
    void stage.show(321);
    await screen.paint();
    await screen.play();
    await vi.advanceTimersByTimeAsync(60_000);
    screen.tell('error');
    expect(stage.state.value).toBe('loading');
    expect(screen.src).toMatch(/^\/preview\?again=/);
    screen.paused = true;
    screen.tell('loadedmetadata');
    screen.tell('loadeddata');
    expect(screen.frames.at(-1)).toBe(321);
    expect(stage.playing.value).toBe(true);
    expect(stage.state.value).toBe('ready');
  });

  it('leaves the query of a signed address alone', () => {
    stage = new Stage(screen as unknown as HTMLVideoElement, '/preview?signed=1', PAL, 1000);
    stage.again();
    expect(screen.src).toMatch(/^\/preview\?signed=1#again=/);
  });

  it('gives up at the second failure, until somebody asks for it', async () => {
    screen.tell('error');
    screen.tell('error');
    expect(stage.state.value).toBe('failed');
    const before = screen.src;
    await vi.advanceTimersByTimeAsync(1000);
    stage.again();
    expect(screen.src).not.toBe(before);
    expect(stage.state.value).toBe('loading');
  });

  it('gives up, too, where the link that was asked for anew fails late', async () => {
    screen.tell('error');
    await vi.advanceTimersByTimeAsync(20_000);
    screen.tell('error');
    expect(stage.state.value).toBe('failed');
  });

  it('helps itself again an hour later', async () => {
    screen.tell('error');
    screen.tell('loadeddata');
    await vi.advanceTimersByTimeAsync(3_600_000);
    screen.tell('error');
    expect(stage.state.value).toBe('loading');
  });
});
