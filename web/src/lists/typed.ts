import {useLayoutEffect, useState} from 'preact/hooks';
import {writeFilter} from './filter';

/**
 * What is typed into the form that narrows a list. Another address sets it anew, and is told to `onAnother`; the form stays the same one,
 * so that whoever pressed Enter in a field or the button stays there.
 */
export function useTyped<F extends object>(filter: F, onAnother?: (filter: F) => void) {
  const [typed, setTyped] = useState(filter);
  useLayoutEffect(() => {
    setTyped(filter);
    onAnother?.(filter);
  }, [writeFilter(filter)]);
  return [typed, setTyped] as const;
}
