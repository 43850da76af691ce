package clipdesk.newsletters.sending;

import clipdesk.common.mail.MimeMail;
import java.util.Map;

/** Hands a mail to SES, once. */
interface Mailer {
  /**
   * @param tags come back in every event about this mail
   */
  Outcome send(MimeMail mail, Map<String, String> tags);

  /** What is known afterwards. */
  sealed interface Outcome {
    /** SES has it. */
    record Accepted(String messageId) implements Outcome {}

    /** SES surely does not have it, and may take it later. */
    record Refused(String reason) implements Outcome {}

    /** SES surely does not have it, and takes no other of this account today. */
    record OverQuota() implements Outcome {}

    /** SES does not take it and never will. */
    record Rejected(String reason) implements Outcome {}

    /** Nobody knows: the answer got lost. */
    record Unknown(String reason) implements Outcome {}
  }
}
