/** A rule that a request broke: `pointer` says where (RFC 6901, `header:Name` or `query:name`), `code` what. */
export interface BrokenRule {
  pointer: string;
  code: string;
}

/**
 * An answer that was not the one hoped for: a problem of the API (RFC 9457), or no answer at all. Pages speak by `code` in their own
 * words; `title` and `detail` of the API are not kept, so nobody can show them.
 */
export class Problem extends Error {
  /** The API's closed list, and ours: `offline`, `unreachable` (no or half an answer), `unreadable` (an answer that is none of ours). */
  readonly code: string;
  /** HTTP status, 0 without an answer. */
  readonly status: number;
  readonly errors: readonly BrokenRule[];
  /** Seconds to wait, where the answer says so. */
  readonly retryAfter: number | undefined;
  readonly traceId: string | undefined;
  /** Further members of the answer, such as `attemptsLeft`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** The entity tag of what is there now, after 412. */
  readonly etag: string | undefined;

  constructor(code: string, status = 0, members: Record<string, unknown> = {}, headers = new Headers()) {
    super(code);
    this.code = code;
    this.status = status;
    this.members = members;
    this.errors = Array.isArray(members.errors) ? (members.errors as BrokenRule[]) : [];
    this.traceId = typeof members.traceId === 'string' ? members.traceId : undefined;
    const wait = Number(headers.get('Retry-After'));
    this.retryAfter = wait > 0 ? wait : undefined;
    this.etag = headers.get('ETag') ?? undefined;
  }

  /**
   * Reads the problem out of an answer.
   *
   * @param read what was read of its body already
   */
  static async of(response: Response, read?: unknown): Promise<Problem> {
    try {
      const members = (read ?? (await response.clone().json())) as Record<string, unknown>;
      const code = members.code;
      return new Problem(
        typeof code === 'string' ? code : codeOf(response.status),
        response.status,
        members,
        response.headers,
      );
    } catch {
      return new Problem(codeOf(response.status), response.status, {}, response.headers);
    }
  }

  /** What a failed `fetch` was. */
  static lost(): Problem {
    return new Problem(navigator.onLine ? 'unreachable' : 'offline');
  }

  /** Whether the same request may well succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

// Some answers of a gateway or a proxy are no problem of ours: their status alone says what they are.
function codeOf(status: number): string {
  if (status === 401) return 'unauthenticated';
  return status >= 500 ? 'unavailable' : 'unreadable';
}
