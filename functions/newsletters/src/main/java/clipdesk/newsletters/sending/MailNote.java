package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.subscriptions.ConfirmationLimits;
import java.time.Instant;

/** That a mail was begun: a message that comes twice mails once. */
interface MailNote {
  /** Whether it could be taken now: what was begun needs no slot. */
  boolean isFree(Instant now);

  /** Taken by whoever calls SES next, and by nobody else. */
  boolean take(Instant now);

  /** What was taken at this very instant did not go. */
  void giveBack(Instant taken);

  /** Of the one mail of that name. */
  record Once(SentOnce mails, String name) implements MailNote {
    @Override
    public boolean isFree(Instant now) {
      return !mails.begun(name);
    }

    @Override
    public boolean take(Instant now) {
      return mails.take(name, now);
    }

    @Override
    public void giveBack(Instant taken) {
      mails.giveBack(name, taken);
    }
  }

  /** Of as many mails as an address may get. */
  record Limited(ConfirmationLimits limit, EmailAddress email) implements MailNote {
    @Override
    public boolean isFree(Instant now) {
      return limit.allows(email, now);
    }

    @Override
    public boolean take(Instant now) {
      return limit.pass(email, now);
    }

    @Override
    public void giveBack(Instant taken) {
      limit.giveBack(email, taken);
    }
  }
}
