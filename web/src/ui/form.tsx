import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import {Problem} from '../api/problem';
import {t} from '../i18n';
import {say} from './problem-words';

/** What is wrong with fields, by the id of each; `''` is the form as a whole. */
export type Faults = Record<string, string | undefined>;

interface FormProps {
  faults: Faults;
  /** Counts refused attempts, so that the summary takes the focus again each time. */
  attempt: number;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A form with its error summary: it takes the focus after each refusal, and leads to each field. */
export function Form({faults, attempt, onSubmit, children}: FormProps) {
  return (
    <>
      <Summary faults={faults} attempt={attempt} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </>
  );
}

function Summary({faults, attempt}: {faults: Faults; attempt: number}) {
  const box = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(faults).filter((fault): fault is [string, string] => Boolean(fault[1]));
  useLayoutEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (!wrong.length) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">
        {wrong.some(([id]) => id) ? t('ui.summary', {count: wrong.length}) : t('ui.not-done')}
      </h2>
      <ul>
        {wrong.map(([id, words]) => (
          <li key={id}>
            {id ? (
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  lead(id);
                }}
              >
                {words}
              </a>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

// The label is scrolled into view first: a screen reader then reads it, and a low window still shows it.
function lead(id: string): void {
  const field = document.getElementById(id);
  document.querySelector(`label[for="${CSS.escape(id)}"]`)?.scrollIntoView({block: 'start'});
  field?.focus({preventScroll: true});
}

interface Sending {
  faults: Faults;
  attempt: number;
  /** Whether something is wrong at this moment. */
  refused: boolean;
  busy: boolean;
  refuse: (faults: Faults) => void;
  /**
   * Runs once at a time; a {@link Problem} becomes the form's faults by `read`, else by the general words. Work that answers `LEFT`
   * leaves the page: the form stays busy until the next page is there.
   */
  send: (work: () => Promise<unknown>, read?: (problem: Problem) => Faults | undefined) => Promise<void>;
}

/** What the work of a form answers when it leads to another page. */
export const LEFT = Symbol('left');

/** The state of a form that is sent: one request at a time, faults of the page and of the API in one shape. */
export function useSending(): Sending {
  const [faults, setFaults] = useState<Faults>({});
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const refuse = (wrong: Faults) => {
    setFaults(wrong);
    setAttempt((count) => count + 1);
  };
  return {
    faults,
    attempt,
    refused: Object.values(faults).some(Boolean),
    busy,
    refuse,
    send: async (work, read) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setFaults({});
      let left = false;
      try {
        left = (await work()) === LEFT;
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        refuse(read?.(cause) ?? {'': say(cause)});
      } finally {
        if (!left) {
          running.current = false;
          setBusy(false);
        }
      }
    },
  };
}
