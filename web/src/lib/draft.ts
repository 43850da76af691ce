import {useLayoutEffect, useRef, useState} from 'preact/hooks';

/**
 * What is typed into a form, kept for this tab over reload, change of language, Back and Forward. Give it nothing secret: passwords
 * and codes stay out of every storage.
 *
 * @returns value, setter of some members, and a function that forgets the draft (after success)
 */
export function useDraft<T extends object>(
  form: string,
  initial: T,
): [value: T, change: (some: Partial<T>) => void, forget: () => void] {
  const key = keyOf(form);
  const [value, setValue] = useState<T>(() => ({...initial, ...readDraft<T>(key)}));
  // What was only read is no draft: it would stand in the way of what changes elsewhere.
  const typed = useRef(false);
  // Not once it is painted: who reloads right after the last letter would lose it.
  useLayoutEffect(() => {
    if (typed.current) writeDraft(key, value);
  }, [value]);
  return [
    value,
    (some) => {
      typed.current = true;
      setValue((old) => ({...old, ...some}));
    },
    () => {
      typed.current = false;
      forgetDraft(form);
    },
  ];
}

const keyOf = (form: string) => `clipdesk.draft.${form}`;

/** Forgets what was typed into a form of another page. */
export function forgetDraft(form: string): void {
  try {
    sessionStorage.removeItem(keyOf(form));
  } catch {
    // Forbidden: there is none.
  }
}

function readDraft<T>(key: string): Partial<T> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return kept && typeof kept === 'object' ? (kept as Partial<T>) : {};
  } catch {
    return {};
  }
}

function writeDraft(key: string, value: object): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the form works, a reload empties it.
  }
}
