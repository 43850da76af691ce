package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import java.util.Map;

/** Hands a mail to SES, once. */
interface Mailer {
  /**
   * @param mail as it goes over the wire: whatever can fail in making it has been done
   * @param tags come back in every event about this mail
   */
  Outcome send(EmailAddress to, byte[] mail, Map<String, String> tags);

  /** What is known afterwards. */
  sealed interface Outcome {
    /** SES has it. */
    record Accepted(String messageId) implements Outcome {}

    /** SES surely does not have it, and takes the same in a second. */
    record Throttled() implements Outcome {}

    /** SES surely does not have it, and takes no other of this account today. */
    record OverQuota() implements Outcome {}

    /**
     * SES surely does not have it, nor takes any of this sender until a person has done something.
     */
    record SenderRefused(String reason) implements Outcome {}

    /** SES does not take it to this recipient, and never will. */
    record Rejected(String reason) implements Outcome {}

    /** It never left: SES was not reached. */
    record NeverSent(String reason) implements Outcome {}

    /** Nobody knows: the answer got lost. */
    record Unknown(String reason) implements Outcome {}
  }
}
