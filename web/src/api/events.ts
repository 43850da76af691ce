import {ask, open, type Schema} from './client';

/** An event of the programme, with its first and last day. */
export type Event = Schema<'Programme'>['items'][number];

let asked: Promise<Event[]> | undefined;

/** The programme, newest first; read once a document, and again after a failure. */
export function events(): Promise<Event[]> {
  asked ??= ask(open.GET('/v1/events')).then(({data}) => data.items);
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}
