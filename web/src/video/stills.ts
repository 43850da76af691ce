import type {Rate} from '../lib/frames';
import {Stage} from './stage';

/** Draws single frames onto canvases, from a video element of its own, so that the player is not disturbed. */
export class Stills {
  readonly #open: () => Stage;
  #stage: Stage | undefined;
  readonly #wanted = new Map<HTMLCanvasElement, number>();
  #busy = false;

  constructor(href: string, rate: Rate, frames: number) {
    this.#open = () => {
      const video = document.createElement('video');
      video.crossOrigin = 'anonymous';
      video.muted = true;
      video.preload = 'auto';
      return new Stage(video, href, rate, frames);
    };
  }

  /** Draws a frame soon; of several wanted for one canvas the newest. `data-frame` tells which one it shows. */
  draw(canvas: HTMLCanvasElement, frame: number): void {
    this.#wanted.set(canvas, frame);
    if (!this.#busy) void this.#work();
  }

  close(): void {
    this.#wanted.clear();
    this.#stage?.close();
    this.#stage = undefined;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (;;) {
      const [next] = this.#wanted;
      if (!next) break;
      const [canvas, frame] = next;
      this.#wanted.delete(canvas);
      // Loaded with the first frame that is wanted: who only watches needs one video.
      this.#stage ??= this.#open();
      const {video} = this.#stage;
      await this.#stage.show(frame);
      if (!this.#wanted.has(canvas)) this.#paint(video, canvas, frame);
    }
    this.#busy = false;
  }

  #paint(video: HTMLVideoElement, canvas: HTMLCanvasElement, frame: number): void {
    canvas.height = Math.round((canvas.width * video.videoHeight) / (video.videoWidth || 1)) || canvas.height;
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    canvas.dataset.frame = String(frame);
  }
}
