/** What the list of videos is narrowed to, as its address says it; `''` is everything. */
export interface Filter {
  event: string;
  from: string;
  to: string;
}

const EVENT = /^[a-z0-9][a-z0-9-]{0,63}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The filter of an address. A day that is none is left out. An event that cannot be one stays, for what was asked for is to be said, and
 * {@link isPossible} tells that nothing can be found.
 */
export function readFilter(query: Record<string, string | undefined>): Filter {
  return {event: (query.event ?? '').trim(), from: readDay(query.from), to: readDay(query.to)};
}

/** Whether there may be such videos; what the API would refuse is not asked for. */
export const isPossible = ({event, from, to}: Filter): boolean =>
  (event === '' || EVENT.test(event)) && !isReversed({event, from, to});

export const isReversed = ({from, to}: Filter): boolean => from !== '' && to !== '' && from > to;

/** The members that narrow anything. */
export const narrowing = <F extends object>(filter: F): Partial<F> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')) as Partial<F>;

/** A filter as a query, with its question mark, or nothing. */
export function writeFilter(filter: object): string {
  const query = new URLSearchParams(narrowing(filter) as Record<string, string>).toString();
  return query && `?${query}`;
}

function readDay(text = ''): string {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? '' : text;
}
