package clipdesk.common.problem;

/**
 * The closed list of problem types. A type keeps its code and status for the life of {@code /v1};
 * programs switch on the code and on nothing else.
 */
public enum ProblemType {
  BAD_REQUEST("bad-request", 400),
  UNAUTHENTICATED("unauthenticated", 401),
  SIGN_IN_FAILED("sign-in-failed", 401),
  REAUTHENTICATION_REQUIRED("reauthentication-required", 401),
  FORBIDDEN("forbidden", 403),
  EMBARGOED("embargoed", 403),
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  REQUEST_IN_PROGRESS("request-in-progress", 409),
  ILLEGAL_TRANSITION("illegal-transition", 409),
  TERMS_OUTDATED("terms-outdated", 409),
  TRANSCRIPT_REVISION_STALE("transcript-revision-stale", 409),
  CODE_EXPIRED("code-expired", 410),
  LINK_EXPIRED("link-expired", 410),
  TICKET_GONE("ticket-gone", 410),
  WITHDRAWN("withdrawn", 410),
  PRECONDITION_FAILED("precondition-failed", 412),
  PAYLOAD_TOO_LARGE("payload-too-large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  VALIDATION("validation", 422),
  PASSWORD_POLICY("password-policy", 422),
  CODE_MISMATCH("code-mismatch", 422),
  RANGE_INVALID("range-invalid", 422),
  RANGE_TOO_LONG("range-too-long", 422),
  QUOTE_UNTIMED("quote-untimed", 422),
  CONTENT_INCOMPLETE("content-incomplete", 422),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
  PRECONDITION_REQUIRED("precondition-required", 428),
  TOO_MANY_ATTEMPTS("too-many-attempts", 429),
  TOO_MANY_REQUESTS("too-many-requests", 429),
  QUOTA_EXCEEDED("quota-exceeded", 429),
  LEGAL_BLOCK("legal-block", 451),
  INTERNAL("internal", 500),
  UNAVAILABLE("unavailable", 503);

  private final String code;
  private final int status;

  ProblemType(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** The stable name a program switches on. */
  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  /** A constant, not a link: a self-hosted portal has no domain of ours to point to. */
  public String uri() {
    return "urn:clipdesk:problem:" + code;
  }
}
