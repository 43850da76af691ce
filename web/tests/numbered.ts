import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import type {Page} from './fixture';
import {described, upload} from './uploads';

const FOLDER = new URL('../../.localstack/browser-media/', import.meta.url).pathname;
const WIDTH = 320;
const HEIGHT = 180;
/** Bits of a picture's number, each a block of grey that any encoder keeps. */
const BITS = 16;

export interface Kind {
  frames: number;
  rate: string;
  timecode?: string;
  sound?: boolean;
}

/** A film whose pictures carry their number, made once; the second one is made for players: short groups, first
 * picture at 0 (sound of AAC would shift it here; `bin/preview` lets it begin earlier instead). */
export async function numbered(name: string, kind: Kind): Promise<{master: Uint8Array; preview: Uint8Array}> {
  mkdirSync(FOLDER, {recursive: true});
  const files = [`${FOLDER}${name}.mp4`, `${FOLDER}${name}-preview.mp4`] as const;
  const coded = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p', '-bf', '0'];
  if (!existsSync(files[0])) await film(kind, [...coded, '-g', '25'], files[0]);
  if (!existsSync(files[1]))
    await film(
      {...kind, sound: false},
      [...coded, '-g', '12', '-use_editlist', '0', '-movflags', '+faststart'],
      files[1],
    );
  return {master: readFileSync(files[0]), preview: readFileSync(files[1])};
}

async function film(
  {frames, rate, timecode, sound = true}: Kind,
  coded: string[],
  file: string,
): Promise<void> {
  const input = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${WIDTH}x${HEIGHT}`, '-r', rate, '-i', '-'];
  const tone = sound ? ['-f', 'lavfi', '-i', 'sine=frequency=440', '-c:a', 'aac', '-shortest'] : [];
  const counted = timecode ? ['-timecode', timecode] : [];
  const words = [
    '-loglevel',
    'error',
    '-y',
    ...input,
    ...tone.slice(0, 4),
    ...coded,
    ...tone.slice(4),
    ...counted,
    file,
  ];
  const ffmpeg = spawn(new URL('../../bin/ffmpeg', import.meta.url).pathname, words, {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const done = new Promise<void>((ok, fail) =>
    ffmpeg.on('close', (status) => (status ? fail(new Error(`ffmpeg: ${status}`)) : ok())),
  );
  for (let frame = 0; frame < frames; frame++)
    if (!ffmpeg.stdin.write(picture(frame)))
      await new Promise((drained) => ffmpeg.stdin.once('drain', drained));
  ffmpeg.stdin.end();
  await done;
}

function picture(frame: number): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  const wide = WIDTH / BITS;
  for (let bit = 0; bit < BITS; bit++)
    if ((frame >> bit) & 1)
      for (let y = 0; y < HEIGHT; y++) pixels.fill(235, y * WIDTH + bit * wide, y * WIDTH + (bit + 1) * wide);
  return pixels;
}

/** A video that can be seen and cut, uploaded as an operator does. */
export async function numberedVideo(name: string, kind: Kind, some: object = {}): Promise<string> {
  const videoId = `video-${name}-${Date.now().toString(36)}`;
  const {master, preview} = await numbered(name, kind);
  const sound = kind.sound ?? true;
  await upload(
    described(videoId, {
      renditions: [
        {name: 'hd-1080p25', file: 'master.mp4'},
        {name: 'web-180p25', file: 'preview.mp4'},
      ],
      preview: 'web-180p25',
      audio: sound ? [{index: 0, language: 'en', role: 'original'}] : [],
      ...some,
    }),
    {'master.mp4': master, 'preview.mp4': preview},
  );
  return videoId;
}

/** The number that the picture of a video element or canvas carries. */
export const seen = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((shown: HTMLVideoElement | HTMLCanvasElement) => {
      const canvas = document.createElement('canvas');
      canvas.width = 320;
      canvas.height = 180;
      const paper = canvas.getContext('2d', {willReadFrequently: true});
      if (!paper) throw new Error('no canvas');
      paper.drawImage(shown, 0, 0, 320, 180);
      const line = paper.getImageData(0, 90, 320, 1).data;
      let number = 0;
      for (let bit = 0; bit < 16; bit++) if ((line[4 * (bit * 20 + 10)] ?? 0) > 128) number |= 1 << bit;
      return number;
    });
