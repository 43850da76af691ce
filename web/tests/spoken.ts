import {api} from './people';

/** A word that is spoken, when, and for how long, in milliseconds. */
export type Heard = [word: string, at: number, lasts?: number];

/** A word that nobody says elsewhere, so that each run finds its own. */
export const rareWord = (): string =>
  `zeppelin${Array.from(Date.now().toString(), (figure) => 'abcdefghij'[Number(figure)]).join('')}`;

/** What was heard as an editor may paste it: a word each half second, from the first second on. */
export const eachHalfSecond = (spoken: string): string =>
  JSON.stringify(
    spoken.split(' ').map((text, at) => ({text, inMs: 1000 + 500 * at, outMs: 1300 + 500 * at})),
  );

/** The official text of a video, as an editor pastes it; answers with the entity tag that the next change names. */
export async function putText(
  videoId: string,
  language: string,
  text: string,
  who: Record<string, string>,
  tag?: string,
): Promise<string> {
  const path = `/v1/editor/videos/${videoId}/transcript?language=${language}`;
  return put(path, text, 'text/plain;charset=utf-8', who, tag);
}

/** What a recogniser heard. */
export async function putWords(
  videoId: string,
  language: string,
  heard: readonly Heard[],
  who: Record<string, string>,
  tag?: string,
): Promise<string> {
  const items = heard.map(([content, at, lasts = 300]) => ({
    type: 'pronunciation',
    start_time: `${at / 1000}`,
    end_time: `${(at + lasts) / 1000}`,
    alternatives: [{confidence: '0.99', content}],
  }));
  const path = `/v1/editor/videos/${videoId}/words?language=${language}`;
  const words = JSON.stringify({results: {items}, status: 'COMPLETED'});
  return put(path, words, 'application/json', who, tag);
}

async function put(path: string, body: string, type: string, who: object, tag?: string): Promise<string> {
  const condition = tag ? {'If-Match': tag} : {'If-None-Match': '*'};
  const headers = {...who, ...condition, 'Content-Type': type};
  const response = await api('PUT', path, body, headers);
  return response.headers.get('etag') ?? '';
}
