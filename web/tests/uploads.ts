import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {outputs} from './stack';

type Words = {fr: string; en: string; uk: string};

/** A description that breaks no rule, with some members of its own. */
export function described(videoId: string, some: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    schema: 1,
    videoId,
    title: words('Press conference', 'Conférence de presse', 'Пресконференція'),
    event: {id: 'lists-event', name: words('Forum of the shores', 'Forum des rives', 'Форум берегів')},
    date: '2026-02-12',
    place: {city: words('Brussels', 'Bruxelles', 'Брюссель'), country: 'BE'},
    speakers: [],
    languages: ['en', 'fr'],
    terms: {id: 'press-standard', credit: 'Courtesy of the organisation'},
    master: {file: 'master.mp4'},
    renditions: [{name: 'hd-1080p25', file: 'master.mp4'}],
    audio: [{index: 0, language: 'en', role: 'original'}],
    ...some,
  };
}

export const words = (en: string, fr: string, uk: string): Words => ({fr, en, uk});

/** Puts a video into the masters bucket as an operator does, its description last, and waits until it was taken in. */
export async function upload(
  description: Record<string, unknown>,
  files: Record<string, Uint8Array>,
): Promise<void> {
  const {videoId} = description as {videoId: string};
  for (const [name, bytes] of Object.entries(files)) await put(`masters/${videoId}/${name}`, bytes);
  const version = await put(`masters/${videoId}/video.json`, JSON.stringify(description));
  for (const end = Date.now() + 60_000; ; await new Promise((done) => setTimeout(done, 200))) {
    const report = await fetch(object(`ingest-reports/${videoId}.json`));
    const said = report.ok ? ((await report.json()) as {sourceVersionId?: string; result?: string}) : {};
    if (said.sourceVersionId === version) {
      if (said.result !== 'accepted') throw new Error(`${videoId}: ${JSON.stringify(said)}`);
      return;
    }
    if (Date.now() > end) throw new Error(`${videoId} was not taken in`);
  }
}

async function put(key: string, body: Uint8Array | string): Promise<string | null> {
  const response = await fetch(object(key), {method: 'PUT', body: body as BodyInit});
  if (!response.ok) throw new Error(`${key}: ${response.status}`);
  return response.headers.get('x-amz-version-id');
}

const object = (key: string) => `${outputs.AwsEndpointUrl}/${outputs.MastersBucket}/${key}`;

/** A master of a minute with sound, 320 by 180 at 25 pictures a second, and a poster; made once. */
export function media(): {master: Uint8Array; poster: Uint8Array} {
  const folder = new URL('../../.localstack/browser-media/', import.meta.url).pathname;
  mkdirSync(folder, {recursive: true});
  const [master, poster] = [`${folder}minute.mp4`, `${folder}poster.jpg`];
  const sources = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=60'];
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=60'];
  const coded = ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '12', '-c:a', 'aac'];
  if (!existsSync(master)) ffmpeg([...sources, ...sound, ...coded, '-shortest', master]);
  if (!existsSync(poster)) ffmpeg(['-ss', '5', '-i', master, '-frames:v', '1', '-s', '640x360', poster]);
  return {master: readFileSync(master), poster: readFileSync(poster)};
}

const ffmpeg = (words: string[]) =>
  execFileSync(new URL('../../bin/ffmpeg', import.meta.url).pathname, ['-loglevel', 'error', '-y', ...words]);
