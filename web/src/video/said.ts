import {ask, open} from '../api/client';
import {speak} from '../i18n';
import {part} from '../lib/load';
import {words} from '../pages/routes';

/** In which languages the words of a video are there, and what shows them; null where there are none. */
export async function readSaid(videoId: string) {
  const {data} = await ask(open.GET('/v1/videos/{videoId}/transcripts', {params: {path: {videoId}}}));
  const languages = data.items.map((one) => one.language);
  if (!languages.length) return null;
  const [{Words}] = await part(Promise.all([words(), speak('words')]));
  return {languages, Words};
}
