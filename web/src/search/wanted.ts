/** What is looked for, as the address of the page says it; `''` is everything. */
export interface Wanted {
  q: string;
  language: string;
  speaker: string;
  outlet: string;
  event: string;
  from: string;
  to: string;
  order: string;
}

const MEMBERS = ['q', 'language', 'speaker', 'outlet', 'event', 'from', 'to', 'order'] as const;

/** What the API would not take is told by the API; what cannot be chosen on the page is left out, and the newest first is said by nothing. */
export function readWanted(query: Record<string, string | undefined>): Wanted {
  const wanted = Object.fromEntries(MEMBERS.map((member) => [member, (query[member] ?? '').trim()]));
  return {...wanted, order: query.order === 'best' ? 'best' : ''} as unknown as Wanted;
}
