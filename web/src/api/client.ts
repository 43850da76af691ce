import {language} from '../i18n';
import {learn} from '../lib/clock';
import {askedAhead, PATIENCE} from './ahead';
import {Problem} from './problem';
import {requests} from './requests';
import type {components} from './schema';
import {accessToken, renew} from './session';

export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

const headers = {'Accept-Language': language};

/** What anybody may ask. */
export const open = requests(headers, patient);

/** What only a signed-in person may ask: with the access token, and once more with a new one where the old had ended. */
export const mine = requests(headers, signed);

/** The answer and its headers, or a thrown {@link Problem}. */
export interface Answer<T> {
  data: T;
  headers: Headers;
  status: number;
}

/** Takes the data out of an answer; whatever is no success is thrown as a {@link Problem}. */
export async function ask<T>(
  asked: Promise<{data?: T; error?: unknown; response: Response}>,
): Promise<Answer<T>> {
  let got: Awaited<typeof asked>;
  try {
    got = await asked;
  } catch (cause) {
    // A body that is cut off or is no JSON fails in here, too.
    throw cause instanceof Problem ? cause : Problem.lost();
  }
  // The body was taken off the answer.
  if (!got.response.ok) throw await Problem.of(got.response, got.error);
  return {data: got.data as T, headers: got.response.headers, status: got.response.status};
}

/** A new `Idempotency-Key`: one for each thing that a person means to do, kept while it is tried again. */
export function intention(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function patient(request: Request): Promise<Response> {
  try {
    const response = await (askedAhead(request) ??
      fetch(request, {signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE)])}));
    learn(response.headers);
    return response;
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw Problem.lost();
  }
}

async function signed(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await accessToken();
  request.headers.set('Authorization', `Bearer ${token}`);
  const response = await patient(request);
  if (response.status !== 401 || (await Problem.of(response)).code !== 'unauthenticated') return response;
  again.headers.set('Authorization', `Bearer ${await renew(token)}`);
  return patient(again);
}
