import {useEffect, useState} from 'preact/hooks';

// The server's clock, as an offset to this computer's, from the `Date` of its answers: computers may be an hour off.
let offset = 0;

/** Learns the server's clock from an answer. */
export function learn(headers: Headers): void {
  const date = Date.parse(headers.get('Date') ?? '');
  if (!Number.isNaN(date)) offset = date - Date.now();
}

/** Now, by the server's clock, in milliseconds since 1970. */
export const now = (): number => Date.now() + offset;

/** Now, again every so many milliseconds. */
export function useNow(every: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return at;
}
