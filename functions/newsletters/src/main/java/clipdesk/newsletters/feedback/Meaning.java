package clipdesk.newsletters.feedback;

import clipdesk.newsletters.deliveries.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an event of SES says of a mail and of its recipient. Its name alone does not decide: a
 * "complaint" may be that something is no spam, and a bounce may be about what was mailed.
 */
enum Meaning {
  TAKEN(Word.Kind.SEND),
  DELIVERED(Word.Kind.DELIVERY),
  /** There is no such mailbox, or none that we may write to. */
  GONE(Word.Kind.PERMANENT_BOUNCE),
  /** Full, or not to be reached. */
  SLOW(Word.Kind.TRANSIENT_BOUNCE),
  /** Too large, or of contents that the receiver does not take: no word about the mailbox. */
  UNWELCOME(Word.Kind.TRANSIENT_BOUNCE),
  COMPLAINED(Word.Kind.COMPLAINT),
  REJECTED(Word.Kind.REJECT);

  private static final Set<String> OF_THE_CONTENT =
      Set.of("MessageTooLarge", "ContentRejected", "AttachmentRejected");

  /** Of RFC 5965 and RFC 6591: the opposite of a complaint, and a report about signatures. */
  private static final Set<String> NO_COMPLAINT = Set.of("not-spam", "auth-failure");

  /** RFC 3463: bad destination mailbox, system, syntax; moved without a trace; null MX. */
  private static final Set<String> NO_SUCH_ADDRESS =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10");

  private final Word.Kind word;

  Meaning(Word.Kind word) {
    this.word = word;
  }

  Word.Kind word() {
    return word;
  }

  /** Empty for what says nothing that would change anything. */
  static Optional<Meaning> of(String type, Map<String, Object> event) {
    return switch (type) {
      case "Send" -> Optional.of(TAKEN);
      case "Delivery" -> Optional.of(DELIVERED);
      case "Bounce" -> Optional.of(ofBounce(members(event.get("bounce"))));
      case "Complaint" -> Optional.of(ofComplaint(members(event.get("complaint"))));
      case "Reject" -> Optional.of(REJECTED);
      default -> Optional.empty();
    };
  }

  private static Meaning ofBounce(Map<?, ?> bounce) {
    if ("Permanent".equals(bounce.get("bounceType")) || noSuchAddress(bounce)) {
      return GONE;
    }
    return bounce.get("bounceSubType") instanceof String kind && OF_THE_CONTENT.contains(kind)
        ? UNWELCOME
        : SLOW;
  }

  private static boolean noSuchAddress(Map<?, ?> bounce) {
    return bounce.get("bouncedRecipients") instanceof List<?> recipients
        && recipients.stream()
            .map(Meaning::members)
            .anyMatch(it -> it.get("status") instanceof String s && NO_SUCH_ADDRESS.contains(s));
  }

  private static Meaning ofComplaint(Map<?, ?> complaint) {
    return complaint.get("complaintFeedbackType") instanceof String kind
            && NO_COMPLAINT.contains(kind)
        ? TAKEN
        : COMPLAINED;
  }

  private static Map<?, ?> members(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
