import {execFile, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, statSync} from 'node:fs';
import {promisify} from 'node:util';
import type {Page} from './fixture';

const ROOT = new URL('../../', import.meta.url).pathname;
const FOLDER = `${ROOT}.localstack/browser-media/`;
/** Bits of a picture's number, each a block of grey that any encoder keeps. */
const BITS = 16;

interface Kind {
  frames: number;
  rate: string;
  timecode?: string;
  /** Sound tracks, each with a tone of its own. */
  sounds: number;
  width?: number;
  height?: number;
}

/** The films of the journeys. Every picture carries its number. */
export const FILMS = {
  pal: {frames: 1000, rate: '25', timecode: '10:00:00:00', sounds: 2},
  ntsc: {frames: 1000, rate: '30000/1001', timecode: '01:00:00;00', sounds: 1},
  minute: {frames: 1500, rate: '25', sounds: 1},
  /** Seven seconds without sound and timecode. */
  short: {frames: 175, rate: '25', sounds: 0},
  /** Four hours, a picture a second. */
  hours: {frames: 14_400, rate: '1', sounds: 0, width: 160, height: 90},
} satisfies Record<string, Kind>;

export type Film = keyof typeof FILMS;
export const film = (name: Film): Kind => FILMS[name];

export interface Made {
  master: Uint8Array;
  preview: Uint8Array;
  poster: Uint8Array;
}

/** A film with its preview and poster, which `bin/preview` makes. What was made once stays, until `bin/preview` is another one. */
export async function made(name: Film): Promise<Made> {
  mkdirSync(FOLDER, {recursive: true});
  const kind = FILMS[name];
  const base = `${FOLDER}${name}-${createHash('sha256').update(JSON.stringify(kind)).digest('hex').slice(0, 8)}`;
  const [master, preview, poster] = [`${base}.mp4`, `${base}-preview.mp4`, `${base}-preview.jpg`] as const;
  if (!existsSync(master)) {
    await record(kind, `${base}.part.mp4`);
    renameSync(`${base}.part.mp4`, master);
  }
  // The poster comes last: with it there, both are.
  if (!existsSync(poster) || statSync(poster).mtimeMs < compiled())
    await promisify(execFile)(`${ROOT}bin/preview`, ['--overwrite', master, preview]);
  return {master: readFileSync(master), preview: readFileSync(preview), poster: readFileSync(poster)};
}

// When the maker of previews was compiled.
function compiled(): number {
  const maker = `${ROOT}cutter/target/classes/clipdesk/cutter/preview/PreviewMaker.class`;
  return existsSync(maker) ? statSync(maker).mtimeMs : 0;
}

async function record(kind: Kind, file: string): Promise<void> {
  const {frames, rate, timecode, sounds, width = 320, height = 180} = kind;
  const tones = Array.from({length: sounds}, (_, at) => [
    '-f',
    'lavfi',
    '-i',
    `sine=frequency=${440 + 220 * at}:sample_rate=48000`,
  ]);
  const tracks = Array.from({length: sounds + 1}, (_, at) => ['-map', `${at}`]);
  const words = [
    ...['-loglevel', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${width}x${height}`],
    ...['-r', rate, '-i', '-', ...tones.flat(), ...tracks.flat()],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p', '-g', '25'],
    ...(sounds ? ['-c:a', 'aac', '-shortest'] : []),
    ...(timecode ? ['-timecode', timecode] : []),
    file,
  ];
  const ffmpeg = spawn(`${ROOT}bin/ffmpeg`, words, {stdio: ['pipe', 'inherit', 'inherit']});
  const done = new Promise<void>((ok, fail) =>
    ffmpeg.on('close', (status) => (status ? fail(new Error(`ffmpeg: ${status}`)) : ok())),
  );
  for (let frame = 0; frame < frames; frame++)
    if (!ffmpeg.stdin.write(picture(frame, width, height)))
      await new Promise((drained) => ffmpeg.stdin.once('drain', drained));
  ffmpeg.stdin.end();
  await done;
}

function picture(frame: number, width: number, height: number): Uint8Array {
  const line = new Uint8Array(width);
  const wide = width / BITS;
  for (let bit = 0; bit < BITS; bit++) if ((frame >> bit) & 1) line.fill(235, bit * wide, (bit + 1) * wide);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) pixels.set(line, y * width);
  return pixels;
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

/** The numbers of all pictures of a file of 320 by 180, decoded by a program that is none of ours. */
export async function numbersIn(file: string): Promise<number[]> {
  const size = 320 * 180;
  const words = [
    '-loglevel',
    'error',
    '-i',
    file,
    '-fps_mode',
    'passthrough',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'gray',
    '-',
  ];
  const {stdout} = await promisify(execFile)(`${ROOT}bin/ffmpeg`, words, {
    encoding: 'buffer',
    maxBuffer: 1e9,
  });
  return Array.from({length: stdout.length / size}, (_, at) =>
    Array.from({length: BITS}, (_, bit) =>
      (stdout[at * size + 90 * 320 + bit * 20 + 10] ?? 0) > 128 ? 1 << bit : 0,
    ).reduce((all, bit) => all + bit),
  );
}
