import {useCallback, useEffect, useRef, useState} from 'preact/hooks';
import {Problem} from '../api/problem';

export type Loaded<T> =
  | {state: 'loading'; data?: T | undefined}
  | {state: 'ready'; data: T}
  | {state: 'failed'; problem: Problem; data?: T | undefined};

/** Loads when what it depends on changes; the data of before stays meanwhile. An answer that comes too late is dropped. */
export function useLoad<T>(load: () => Promise<T>, dependencies: unknown[]): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({state: 'loading'});
  const [round, setRound] = useState(0);
  const run = useRef(load);
  run.current = load;
  useEffect(() => {
    let late = false;
    setLoaded((old) => ({state: 'loading', data: old.data}));
    run.current().then(
      (data) => late || setLoaded({state: 'ready', data}),
      (cause: unknown) => {
        if (late) return;
        if (!(cause instanceof Problem)) throw cause;
        setLoaded((old) => ({state: 'failed', problem: cause, data: old.data}));
      },
    );
    return () => {
      late = true;
    };
  }, [...dependencies, round]);
  return [loaded, useCallback(() => setRound((count) => count + 1), [])];
}

/** A part of the page that has a script of its own; after a deployment it may be gone. */
export const part = <T>(loading: Promise<T>): Promise<T> =>
  loading.catch(() => {
    throw Problem.lost();
  });
