package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import java.time.Instant;

/** How many mails of one kind an address gets that anybody may ask for. */
public interface ConfirmationLimits {
  /** Whether one more could go now. */
  boolean allows(EmailAddress email, Instant now);

  /** Whether one more may go; if so it is counted. */
  boolean pass(EmailAddress email, Instant now);

  /** The one that passed at this very instant did not go. Said twice, it is said once. */
  void giveBack(EmailAddress email, Instant passed);
}
