import type {Rate} from '../lib/frames';
import {Stage} from './stage';

/** Draws single frames onto canvases, from a video element of its own, so that the player is not disturbed. */
export class Stills {
  readonly #stage: Stage;
  readonly #wanted = new Map<HTMLCanvasElement, number>();
  #busy = false;

  constructor(href: string, rate: Rate, frames: number) {
    const video = document.createElement('video');
    video.crossOrigin = 'anonymous';
    video.muted = true;
    video.preload = 'auto';
    this.#stage = new Stage(video, href, rate, frames);
  }

  /** Draws a frame soon; of several wanted for one canvas the newest. `data-frame` tells which one it shows. */
  draw(canvas: HTMLCanvasElement, frame: number): void {
    this.#wanted.set(canvas, frame);
    if (!this.#busy) void this.#work();
  }

  close(): void {
    this.#wanted.clear();
    this.#stage.close();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (;;) {
      const [next] = this.#wanted;
      if (!next) break;
      const [canvas, frame] = next;
      this.#wanted.delete(canvas);
      await this.#stage.show(frame);
      if (!this.#wanted.has(canvas)) this.#paint(canvas, frame);
    }
    this.#busy = false;
  }

  #paint(canvas: HTMLCanvasElement, frame: number): void {
    const {video} = this.#stage;
    canvas.height = Math.round((canvas.width * video.videoHeight) / (video.videoWidth || 1)) || canvas.height;
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    canvas.dataset.frame = String(frame);
  }
}
