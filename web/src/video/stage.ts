import {signal} from '@preact/signals';
import {middle, type Rate, shownAt} from '../lib/frames';

/** Longest wait for the frame callback of a seek that has ended, in milliseconds; tabs in the background get none. */
const PATIENCE = 600;
/** A link that fails this soon after it was loaded anew is not asked for again by itself, in milliseconds; nor one that showed nothing. */
const AGAIN = 10_000;

/**
 * A video shown frame by frame. Seeks go to the middle of a frame, one at a time: of those asked for meanwhile only the last one
 * follows. Its signed link dies within the hour, and the browser goes on asking the dead one: then the address is loaded anew, once,
 * with another query (the redirect itself may be cached), at the same frame. An address that is itself signed keeps its query.
 */
export class Stage {
  /** The frame that is wanted, or while it plays the one that is shown. */
  readonly frame = signal(0);
  readonly playing = signal(false);
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  /** The frame that the browser has said to show. */
  shown = -1;
  readonly video: HTMLVideoElement;
  readonly #href: string;
  readonly #rate: Rate;
  readonly #last: number;
  readonly #gone = new AbortController();
  #settling: Promise<void> | undefined;
  #until: number | undefined;
  #loads = 0;
  #loadedAt = 0;
  #resume: boolean | undefined;

  constructor(video: HTMLVideoElement, href: string, rate: Rate, frames: number) {
    this.video = video;
    this.#href = href;
    this.#rate = rate;
    this.#last = frames - 1;
    const on = (event: string, act: () => void) =>
      video.addEventListener(event, act, {signal: this.#gone.signal});
    on('loadedmetadata', () => this.#loaded());
    on('loadeddata', () => {
      this.state.value = 'ready';
    });
    on('error', () => this.#failed());
    on('play', () => {
      this.playing.value = true;
    });
    on('pause', () => {
      this.playing.value = false;
      if (this.state.value === 'ready') void this.show(this.#until ?? this.frame.value);
    });
    on('timeupdate', () => {
      if (this.playing.value && (document.hidden || !video.requestVideoFrameCallback))
        this.#plays(video.currentTime);
    });
    this.#watch();
    video.src = href;
  }

  /** Shows a frame of the video, the nearest one if there is none; kept once the newest one wanted is on screen. */
  show(frame: number): Promise<void> {
    this.#until = undefined;
    this.frame.value = Math.min(this.#last, Math.max(0, frame));
    this.#settling ??= this.#seek().finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  /** From the frame that was wanted, not from the one shown: quick presses add up. */
  step(frames: number): Promise<void> {
    this.video.pause();
    return this.show(this.frame.value + frames);
  }

  /** Stops, and gives the frame that stays on screen. */
  async hold(): Promise<number> {
    this.video.pause();
    await this.show(this.frame.value);
    return this.frame.value;
  }

  async toggle(): Promise<void> {
    if (this.playing.value) await this.hold();
    else await this.play(this.frame.value < this.#last ? this.frame.value : 0);
  }

  /** Plays from a frame on, and where a last one is given stops with it on screen. */
  async play(from: number, until?: number): Promise<void> {
    this.video.pause();
    await this.show(from);
    this.#until = until;
    // Browsers may refuse to begin with sound; then it stays paused, which is what the page shows.
    await this.video.play().catch(() => undefined);
  }

  /** Loads the address anew, at the same frame. */
  again(): void {
    this.#resume = this.playing.value;
    this.playing.value = false;
    this.state.value = 'loading';
    this.#loads++;
    this.#loadedAt = performance.now();
    this.video.src = `${this.#href}${this.#href.includes('?') ? '#' : '?'}again=${Date.now().toString(36)}`;
  }

  close(): void {
    this.#gone.abort();
    this.video.removeAttribute('src');
    this.video.load();
  }

  #loaded(): void {
    if (this.#resume === undefined) return;
    this.video.currentTime = middle(this.frame.value, this.#rate);
    if (this.#resume) void this.video.play().catch(() => undefined);
    this.#resume = undefined;
  }

  #failed(): void {
    if (this.#gone.signal.aborted) return;
    const anew =
      this.#loads > 0 && (this.state.value !== 'ready' || performance.now() - this.#loadedAt < AGAIN);
    if (anew) this.state.value = 'failed';
    else this.again();
  }

  async #seek(): Promise<void> {
    const {video} = this;
    if (video.readyState < HTMLMediaElement.HAVE_METADATA)
      await new Promise((done) => video.addEventListener('loadedmetadata', done, {once: true}));
    for (let target = -1; target !== this.frame.value; ) {
      target = this.frame.value;
      const painted = this.#painted(target);
      video.currentTime = middle(target, this.#rate);
      await painted;
    }
  }

  // At `seeked` the picture may still be the one before. The frame callback comes when a picture is there, which at first, and
  // whenever the machine is busy, may also be the one before: only its frame tells.
  #painted(target: number): Promise<void> {
    const {video} = this;
    return new Promise((done) => {
      const waiting = new AbortController();
      let late: ReturnType<typeof setTimeout> | undefined;
      const end = () => {
        waiting.abort();
        clearTimeout(late);
        done();
      };
      const look: VideoFrameRequestCallback = (_now, {mediaTime}) => {
        if (waiting.signal.aborted) return;
        if (shownAt(mediaTime, this.#rate) === target) end();
        else video.requestVideoFrameCallback(look);
      };
      video.requestVideoFrameCallback?.(look);
      const sought = () => {
        if (this.shown === target || !video.requestVideoFrameCallback) end();
        else late = setTimeout(end, PATIENCE);
      };
      video.addEventListener('seeked', sought, {once: true, signal: waiting.signal});
      this.#gone.signal.addEventListener('abort', end, {signal: waiting.signal});
    });
  }

  #watch(): void {
    this.video.requestVideoFrameCallback?.((_now, {mediaTime}) => {
      this.shown = shownAt(mediaTime, this.#rate);
      if (this.playing.value && !this.#settling) this.#plays(mediaTime);
      if (!this.#gone.signal.aborted) this.#watch();
    });
  }

  #plays(seconds: number): void {
    this.frame.value = Math.min(this.#last, shownAt(seconds, this.#rate));
    if (this.#until !== undefined && this.frame.value >= this.#until) this.video.pause();
  }
}
