import {ask, open} from '../api/client';
import {Problem} from '../api/problem';
import {ended} from '../api/session';
import {to} from '../shell/paths';
import {LEFT} from '../ui/form';
import {carried, confirmed, pending, secret} from './pending';

/**
 * The one request of a reset: code and new password together. A code that is refused leads back to its page, with the password kept
 * in memory; where the password is refused, the Problem is thrown.
 */
export async function reset(route: (path: string, replace?: boolean) => void): Promise<unknown> {
  const slot = pending['password-reset'];
  const started = slot.read();
  if (!started) return route(to('reset'), true);
  try {
    const {data} = await ask(
      open.PUT('/v1/password-resets/{id}', {
        params: {path: {id: started.verificationId}},
        body: {code: secret.code, newPassword: secret.password},
      }),
    );
    secret.code = '';
    slot.drop();
    confirmed.keep({email: started.email, returnTo: data.returnTo});
    ended();
    route(to('reset/done'), true);
  } catch (cause) {
    if (!(cause instanceof Problem) || !isOfCode(cause)) throw cause;
    secret.code = '';
    carried.put(cause);
    route(to('reset/code'), true);
  }
  return LEFT;
}

/** Whether it is the code that was refused. */
export const isOfCode = ({code}: Problem): boolean =>
  code.startsWith('code-') || code === 'too-many-attempts';
