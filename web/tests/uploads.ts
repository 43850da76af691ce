import {createHash} from 'node:crypto';
import {type Film, film, made} from './media';
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

const SOUNDS = [
  {index: 0, language: 'en', role: 'original'},
  {index: 1, language: 'fr', role: 'interpretation'},
];

/**
 * A film that can be seen and cut, with its preview, poster and captions in three languages: put there once, for its id tells what it
 * is made of. What `without` names is left out.
 */
export async function shown(
  name: Film,
  some: Record<string, unknown> = {},
  without: string[] = [],
): Promise<string> {
  const {master, preview, poster} = await made(name);
  const files: Record<string, Uint8Array | string> = {
    'master.mp4': master,
    'preview.mp4': preview,
    'poster.jpg': poster,
    ...Object.fromEntries(
      ['en', 'fr', 'uk'].map((language) => [`subtitles/${language}.vtt`, captions(language)]),
    ),
  };
  for (const file of without) delete files[file];
  const members = {
    renditions: ['master', 'preview']
      .filter((one) => files[`${one}.mp4`])
      .map((one) => ({name: one, file: `${one}.mp4`})),
    ...(files['preview.mp4'] && {preview: 'preview'}),
    audio: SOUNDS.slice(0, film(name).sounds),
    ...some,
  };
  const hash = createHash('sha256').update(JSON.stringify(members));
  for (const [path, bytes] of Object.entries(files)) hash.update(path).update(bytes);
  const videoId = `film-${name}-${hash.digest('hex').slice(0, 10)}`;
  const there = await fetch(`${outputs.ApiUrl}/v1/videos/${videoId}`);
  if (!there.ok) await upload(described(videoId, members), files);
  return videoId;
}

/** A film with its preview and poster under an id of its own, for what a test changes. */
export async function screened(videoId: string, name: Film, some: Record<string, unknown>): Promise<void> {
  const {master, preview, poster} = await made(name);
  const files = {'master.mp4': master, 'preview.mp4': preview, 'poster.jpg': poster};
  await upload(described(videoId, {...PREVIEWED, ...some}), files);
}

/** What is said of such a film is said anew. */
export const redescribed = (videoId: string, some: Record<string, unknown>): Promise<void> =>
  upload(described(videoId, {...PREVIEWED, ...some}), {});

const PREVIEWED = {
  renditions: ['master', 'preview'].map((one) => ({name: one, file: `${one}.mp4`})),
  preview: 'preview',
};

/** The film that most journeys see and cut: with long titles, and with markup and marks of direction that must stay text. */
export const conference = (): Promise<string> =>
  shown('pal', {
    title: {
      en: CONFERENCE,
      fr: 'Conférence de presse, avec un titre d’une longueur telle qu’il occupe plusieurs lignes sur un téléphone',
      uk: 'Пресконференція міністрів, відповідальних за цивільний захист і спільну інфраструктуру',
    },
    description: {en: 'First line\nSecond <i>line</i> \u202eturned', fr: 'Une\ndeux', uk: 'Раз\nдва'},
    speakers: [{id: 'ok', name: words('Olena Kovalenko <b>', 'Olena Kovalenko', 'Олена Коваленко')}],
  });

export const CONFERENCE = 'Press <b>conference</b> & \u202eright to left\u202c';

const captions = (language: string) =>
  `WEBVTT\n\n00:00:00.000 --> 00:00:20.000\n${language}: the first twenty seconds\n\n00:00:20.000 --> 00:00:40.000\n${language}: the rest\n`;

/** Puts a video into the masters bucket as an operator does, its description last, and waits until it was taken in. */
export async function upload(
  description: Record<string, unknown>,
  files: Record<string, Uint8Array | string>,
): Promise<void> {
  const {videoId} = description as {videoId: string};
  await Promise.all(Object.entries(files).map(([name, bytes]) => put(`masters/${videoId}/${name}`, bytes)));
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
