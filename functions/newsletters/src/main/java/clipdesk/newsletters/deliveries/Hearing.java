package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.deliveries.Word.Kind;

/**
 * What a word means for a row: nothing is sent because of it, and the row says the truth after it.
 *
 * @param then the row as it is to be; the same one if the word says nothing new
 */
record Hearing(Delivery then, Alarm alarm) {
  enum Alarm {
    NONE,
    /** SES took two mails of one row, or may be at taking the second. */
    DUPLICATE,
    /** SES took a mail that was never sent, as far as the row says. */
    UNEXPECTED
  }

  private static final String REJECTED = "rejected";

  static Hearing of(Delivery row, Word word) {
    return word.is(Kind.LEFT) ? quiet(marked(row, word)) : ofTaking(row, word);
  }

  private static Hearing quiet(Delivery then) {
    return new Hearing(then, Alarm.NONE);
  }

  /** Every other word says that SES took the mail, also that it threw it away then. */
  private static Hearing ofTaking(Delivery row, Word word) {
    return switch (row.state()) {
      case PENDING -> quiet(isOfRejected(row, word) ? row : settled(row, word));
      case CLAIMED, PARKED -> sameClaim(row, word) ? quiet(settled(row, word)) : early(row, word);
      case SENT -> sameMail(row, word) ? quiet(told(row, word)) : new Hearing(row, Alarm.DUPLICATE);
      case FAILED, SKIPPED -> closedAndTaken(row, word);
    };
  }

  /** An earlier claim's mail settles the row, too; but it was claimed again meanwhile. */
  private static Hearing early(Delivery row, Word word) {
    if (isOfRejected(row, word)) {
      return new Hearing(row, Alarm.DUPLICATE);
    }
    return new Hearing(
        word.is(Kind.REJECT) ? marked(row, word) : settled(row, word), Alarm.DUPLICATE);
  }

  /** An open row heard of a mail of before that SES threw away: what else is said may be of it. */
  private static boolean isOfRejected(Delivery row, Word word) {
    return row.known().heard(Kind.REJECT) && !word.is(Kind.REJECT);
  }

  private static Delivery settled(Delivery row, Word word) {
    var known = row.known().with(word).taken(word.messageId());
    return switch (word.kind()) {
      case REJECT -> row.to(DeliveryState.FAILED, known.because(REJECTED));
      case ANSWER -> row.to(DeliveryState.SENT, known.answered());
      default -> row.to(DeliveryState.SENT, known);
    };
  }

  private static Delivery told(Delivery row, Word word) {
    return switch (word.kind()) {
      case REJECT -> row.to(DeliveryState.FAILED, row.known().with(word).because(REJECTED));
      case ANSWER ->
          // The event was faster.
          row.known().byAnswer() ? row : row.knowing(row.known().with(word).answered());
      default -> marked(row, word);
    };
  }

  private static Delivery marked(Delivery row, Word word) {
    return row.known().heard(word.kind()) ? row : row.knowing(row.known().with(word));
  }

  private static Hearing closedAndTaken(Delivery row, Word word) {
    if (sameMail(row, word)) {
      return quiet(marked(row, word));
    }
    if (row.known().messageId().isPresent()) {
      return new Hearing(row, Alarm.DUPLICATE);
    }
    // Sent again or given up by a person who could not know: the row keeps what came of it.
    return row.known().decision().isPresent()
        ? quiet(row.knowing(row.known().with(word).taken(word.messageId())))
        : new Hearing(row, Alarm.UNEXPECTED);
  }

  private static boolean sameClaim(Delivery row, Word word) {
    return word.claim().isEmpty()
        || row.claim().filter(it -> it.id().equals(word.claim())).isPresent();
  }

  private static boolean sameMail(Delivery row, Word word) {
    return row.known().messageId().filter(word.messageId()::equals).isPresent();
  }
}
