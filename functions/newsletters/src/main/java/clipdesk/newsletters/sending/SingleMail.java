package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.MimeMail;
import clipdesk.common.mail.WrittenMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.Keyed;
import java.time.Instant;
import java.util.Map;

/** One mail to one person, outside of any campaign, within the rate and the day of all. */
final class SingleMail {
  private final Mailer mailer;
  private final SendQuota quota;
  private final Pace pace;
  private final Keyed keyed;
  private final NewslettersConfig config;

  SingleMail(Mailer mailer, SendQuota quota, Pace pace, Keyed keyed, NewslettersConfig config) {
    this.mailer = mailer;
    this.quota = quota;
    this.pace = pace;
    this.keyed = keyed;
    this.config = config;
  }

  /** Whether no more mails may be sent today. */
  boolean usedUp() {
    return quota.usedUp();
  }

  /**
   * @param kind what it is, as its events will say
   */
  Outcome send(String kind, EmailAddress to, Language language, WrittenMail words) {
    return send(kind, to, bytes(to, language, words));
  }

  /** The mail as it goes over the wire. */
  byte[] bytes(EmailAddress to, Language language, WrittenMail words) {
    return new MimeMail(
            config.senderAddress(),
            config.senderName(),
            to,
            language,
            words,
            Map.of("Reply-To", config.replyTo()))
        .bytes();
  }

  /** The same of a mail that is made. */
  Outcome send(String kind, EmailAddress to, byte[] mail) {
    // Of the same bucket as campaigns: together they keep the rate.
    pace.await(pace.reserve(1));
    // The address as a hash: what comes back must find it, and nobody else shall.
    return mailer.send(to, mail, Map.of("kind", kind, "address", keyed.address(to)));
  }

  /**
   * The same, once: a mail that was begun is not begun again, unless SES said that it did not go.
   *
   * @param name what tells it from every other
   * @return false if SES takes no more today
   */
  boolean once(SentOnce once, String name, Instant now, String kind, EmailAddress to, byte[] mail) {
    if (!once.take(name, now)) {
      return true;
    }
    var outcome = send(kind, to, mail);
    if (!(outcome instanceof Outcome.Accepted) && !(outcome instanceof Outcome.Unknown)) {
      once.giveBack(name, now);
    }
    return settled(outcome);
  }

  /** False if SES takes no more today; what it does not take for another reason comes again. */
  boolean settled(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> {
        quota.sent();
        yield true;
      }
      case Outcome.Unknown _ -> true;
      case Outcome.OverQuota _ -> {
        quota.refused();
        yield false;
      }
      case Outcome.Throttled _, Outcome.SenderRefused _, Outcome.NeverSent _, Outcome.Rejected _ ->
          throw new IllegalStateException("The mail was not taken: " + outcome);
    };
  }
}
