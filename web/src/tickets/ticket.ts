import {useRef, useState} from 'preact/hooks';
import {ask, intention, mine, open, type Schema} from '../api/client';
import {Problem} from '../api/problem';

export type Item = Schema<'RequestTicket'>['items'][number];
export type Ticket = Schema<'TicketFiles'>;

/** Where the wish for some files stands. */
export type Wish =
  | {state: 'none' | 'asked'}
  | {state: 'terms'; terms: Schema<'Terms'>}
  | {state: 'refused'; problem: Problem}
  | {state: 'granted'; ticket: Ticket};

export interface Tickets {
  wish: Wish;
  /** Wishes for files; the promise is kept once there is an answer. */
  get: (items: Item[]) => Promise<void>;
  /** Tries the same wish again: it is the same ticket if the first try came through. */
  again: () => Promise<void>;
  /** Wishes for the same files once more, as another ticket: for links that have ended. */
  anew: () => Promise<void>;
  /** Accepts the terms that were shown, and wishes again. */
  accept: () => Promise<void>;
}

/**
 * Permissions to download. Each wish is one `POST /v1/downloads` with one key, also when it is tried again; terms that are newer than
 * those the page knows are asked for, and the wish under them is another one.
 *
 * @param termsVersion of the terms that the page has told about
 */
export function useTickets(termsVersion: string): Tickets {
  const [wish, setWish] = useState<Wish>({state: 'none'});
  const last = useRef<{items: Item[]; key: string; termsVersion: string}>(undefined);
  const send = async () => {
    if (!last.current) return;
    const {items, key, termsVersion} = last.current;
    setWish({state: 'asked'});
    try {
      const {data} = await ask(
        mine.POST('/v1/downloads', {
          params: {header: {'Idempotency-Key': key}},
          body: {items, termsVersion},
        }),
      );
      setWish({state: 'granted', ticket: data});
    } catch (cause) {
      setWish(await refusal(cause));
    }
  };
  return {
    wish,
    get: (items) => {
      const version = last.current?.termsVersion ?? termsVersion;
      last.current = {items, key: intention(), termsVersion: version};
      return send();
    },
    again: send,
    anew: async () => {
      if (last.current) last.current = {...last.current, key: intention()};
      await send();
    },
    accept: async () => {
      if (wish.state !== 'terms' || !last.current) return;
      last.current = {items: last.current.items, key: intention(), termsVersion: wish.terms.version};
      await send();
    },
  };
}

async function refusal(cause: unknown): Promise<Wish> {
  try {
    if (!(cause instanceof Problem) || cause.code !== 'terms-outdated') throw cause;
    const {data} = await ask(open.GET('/v1/terms', {cache: 'no-cache'}));
    return {state: 'terms', terms: data};
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return {state: 'refused', problem};
  }
}
