import {useEffect, useState} from 'preact/hooks';

// The server's clock, as an offset to this computer's, from the `Date` of its answers: computers may be an hour off. Kept for the
// tab, since a page that was loaded anew may ask nothing before it shows a time.
const KEY = 'clipdesk.clock';
let offset = remembered();

/**
 * Learns the server's clock from an answer. One that a cache may hold was written some time ago: it can only say that the clock is
 * further on than was thought.
 */
export function learn(headers: Headers): void {
  const found = Date.parse(headers.get('Date') ?? '') - Date.now();
  if (Number.isNaN(found)) return;
  const fresh = headers.get('Cache-Control')?.includes('no-store');
  const before = offset;
  offset = fresh ? found : Math.max(found, offset ?? found);
  if (before !== offset) keep(offset);
}

/** Now, by the server's clock, in milliseconds since 1970. */
export const now = (): number => Date.now() + (offset ?? 0);

/** Now, again every so many milliseconds. */
export function useNow(every: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return at;
}

function remembered(): number | undefined {
  try {
    const kept = Number(sessionStorage.getItem(KEY) ?? Number.NaN);
    return Number.isNaN(kept) ? undefined : kept;
  } catch {
    return undefined;
  }
}

function keep(value: number): void {
  try {
    sessionStorage.setItem(KEY, String(value));
  } catch {
    // Forbidden: a page loaded anew trusts this computer until it has asked something.
  }
}
