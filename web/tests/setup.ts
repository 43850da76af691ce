import {forgetful} from './people';

/** Who resets a password has to be a minute older than the account: made first, nobody waits for it. */
export default async function setup(): Promise<void> {
  await forgetful();
}
