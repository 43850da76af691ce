package clipdesk.newsletters.deliveries;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that SES, or its recipient, says of one mail.
 *
 * @param claim under which the mail went; empty if that is not told
 * @param messageId by which SES knows the mail; empty of {@link Kind#LEFT}
 */
public record Word(Kind kind, String claim, String messageId, Instant at) {
  public Word {
    requireNonNull(kind);
    requireNonNull(claim);
    requireNonNull(messageId);
    requireNonNull(at);
  }

  /** All but the last two say that SES took the mail, in whatever order they come. */
  public enum Kind {
    /** Of the call itself, when the row was not as its sender left it. */
    ANSWER,
    SEND,
    DELIVERY,
    PERMANENT_BOUNCE,
    TRANSIENT_BOUNCE,
    COMPLAINT,
    /** SES took it, looked into it and threw it away. */
    REJECT,
    /** The recipient unsubscribed by its link. */
    LEFT
  }

  /** The recipient unsubscribed by the link of this mail. */
  public static Word left(Instant at) {
    return new Word(Kind.LEFT, "", "", at);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
