import {conference} from '../tests/uploads';

/** Pages that anybody may see, below the language; the last one is that of a released video that can be played and cut. */
export async function places(): Promise<string[]> {
  const video = await conference();
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
    `videos/${video}`,
  ];
}
