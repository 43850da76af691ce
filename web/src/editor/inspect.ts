import {ask, mine, type Schema} from '../api/client';
import {Problem} from '../api/problem';

export type Report = Schema<'TranscriptReport'>;
export type Edit = Schema<'Edit'>;
export type Anchor = Schema<'Anchor'>;
export type Finding = NonNullable<Report['report']>['findings'][number];

/** Where a transcript stands, and by which tag a change has to name that; no tag before anything was brought. */
export interface Standing {
  report: Report | undefined;
  tag: string | undefined;
}

const params = (videoId: string, language: string) => ({path: {videoId}, query: {language}});

export async function inspect(videoId: string, language: string): Promise<Standing> {
  try {
    const asked = {params: params(videoId, language)};
    const {data, headers} = await ask(mine.GET('/v1/editor/videos/{videoId}/transcript', asked));
    return {report: data, tag: headers.get('ETag') ?? undefined};
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'not-found') return {report: undefined, tag: undefined};
    throw cause;
  }
}

/**
 * Brings a text, words or corrections in place of those that were seen.
 *
 * @param what the last part of the path
 * @throws Problem `precondition-failed` where somebody else was quicker
 */
export async function bring(
  videoId: string,
  language: string,
  what: 'transcript' | 'words' | 'transcript/edits',
  {tag}: Standing,
  body: Blob | string | object,
  type: string,
): Promise<Standing> {
  const condition = tag ? {'If-Match': tag} : {'If-None-Match': '*'};
  const options = {
    params: params(videoId, language),
    body: body as never,
    bodySerializer: (some: unknown) =>
      typeof some === 'string' || some instanceof Blob ? some : JSON.stringify(some),
    headers: {...condition, 'Content-Type': type},
  };
  const path = `/v1/editor/videos/{videoId}/${what}` as '/v1/editor/videos/{videoId}/transcript/edits';
  const {data, headers} = await ask(mine.PUT(path, options as never));
  return {report: data as Report, tag: headers.get('ETag') ?? undefined};
}

/** Form of a file of words or text, by its name: what is in it is looked at by the API. */
export function typeOf(name: string, text: boolean): string {
  const types: Record<string, string> = {
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    html: 'text/html;charset=utf-8',
    htm: 'text/html;charset=utf-8',
    json: 'application/json',
    vtt: 'text/vtt',
    srt: 'application/x-subrip',
    ttml: 'application/ttml+xml',
    xml: 'application/xml',
  };
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return types[ending] ?? (text ? 'text/plain;charset=utf-8' : 'text/plain');
}
