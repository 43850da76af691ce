import {LANGUAGES} from './fixture';
import {FILMS, type Film, made} from './media';
import {forgetful, resident} from './people';
import {conference, shown} from './uploads';

/** What several files of tests share is made before the first of them, for they run side by side. */
export default async function setup(): Promise<void> {
  // Who resets a password has to be a minute older than the account: made first, nobody waits for it.
  await forgetful();
  for (const language of LANGUAGES) await resident(language);
  for (const name of Object.keys(FILMS) as Film[]) await made(name);
  await conference();
  await shown('short');
}
