/** Items of a page of a list. */
export const PAGE = 20;

/** Where a list was left. */
export interface Place {
  key: string;
  shown: number;
  y: number;
}

const KEPT = 'clipdesk.places';

/** The lists that were left in this tab, oldest first. */
export function places(): Place[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

/** Remembers where a list was left, and forgets the oldest of more than `most`. */
export function remember(place: Place, most: number): void {
  try {
    const others = places().filter((one) => one.key !== place.key);
    sessionStorage.setItem(KEPT, JSON.stringify([...others, place].slice(-most)));
  } catch {
    // Forbidden: Back begins at the top.
  }
}
