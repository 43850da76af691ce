import type {Schema} from '../api/client';
import type {Problem} from '../api/problem';

type Purpose = Schema<'Verification'>['purpose'];

/** A code that was mailed. Nothing on the server reads it back, so the tab keeps it; the code itself and passwords are not in it. */
export interface Pending {
  verificationId: string;
  /** Where the code went. */
  email: string;
  expiresAt: string;
  resendAt: string;
  attemptsLeft: number;
  /** Whose account it is for, where that is known. */
  accountId?: string;
}

/** What became of a sign-up: where to go on, and what may be subscribed to within the hour. */
export interface Confirmed {
  email: string;
  returnTo: string;
  offer?: {offer: string; expiresAt: string};
}

/** What a person typed and no storage may hold; it goes with the page. */
export const secret = {password: '', code: ''};

/** Forgets both. */
export function forgetSecrets(): void {
  secret.password = '';
  secret.code = '';
}

/** The codes that are under way, by what they are for. */
export const pending: Readonly<Record<Purpose, Slot<Pending>>> = {
  'sign-up': slot('sign-up'),
  'password-reset': slot('password-reset'),
  'change-address': slot('change-address'),
};

/** A sign-up that is done. */
export const confirmed = slot<Confirmed>('confirmed');

interface Slot<T> {
  read: () => T | undefined;
  keep: (value: T) => void;
  drop: () => void;
}

let refusal: Problem | undefined;

/** A refusal of a code on its way to the page of the code. */
export const carried = {
  put: (problem: Problem): void => {
    refusal = problem;
  },
  take: (): Problem | undefined => {
    const problem = refusal;
    refusal = undefined;
    return problem;
  },
};

// In the tab's storage, so that a reload keeps it; where storage is forbidden it lives as long as the page.
function slot<T extends object>(name: string): Slot<T> {
  const key = `clipdesk.pending.${name}`;
  let held: T | undefined;
  const stored = <R>(work: (storage: Storage) => R): R | undefined => {
    try {
      return work(sessionStorage);
    } catch {
      return undefined;
    }
  };
  return {
    read: () =>
      held ?? stored((storage) => JSON.parse(storage.getItem(key) ?? 'null') as T | null) ?? undefined,
    keep: (value) => {
      held = value;
      stored((storage) => storage.setItem(key, JSON.stringify(value)));
    },
    drop: () => {
      held = undefined;
      stored((storage) => storage.removeItem(key));
    },
  };
}
