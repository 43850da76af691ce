import {api} from './people';
import {described, media, upload} from './uploads';

/** Pages that anybody may see, below the language; the last one is that of a released video. */
export async function places(): Promise<string[]> {
  return [
    '',
    'videos',
    'sign-up',
    'sign-in',
    'reset',
    'terms',
    'privacy',
    'accessibility',
    'nothing',
    await video(),
  ];
}

/** A released video that can be played, uploaded if the portal has none. */
async function video(): Promise<string> {
  const {items} = (await (await api('GET', '/v1/videos?limit=100')).json()) as {
    items: {videoId: string; status: string; assets?: {preview?: object}}[];
  };
  const found = items.find(({status, assets}) => status === 'released' && assets?.preview);
  if (found) return `videos/${found.videoId}`;
  const videoId = 'places-conference';
  const {master, poster} = media();
  await upload(
    described(videoId, {
      poster: 'poster.jpg',
      renditions: [
        {name: 'hd-1080p25', file: 'master.mp4'},
        {name: 'preview', file: 'preview.mp4'},
      ],
      preview: 'preview',
    }),
    {'master.mp4': master, 'preview.mp4': master, 'poster.jpg': poster},
  );
  return `videos/${videoId}`;
}
