package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.MimeMail;
import clipdesk.common.mail.WrittenMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.Keyed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mail to one person, outside of any campaign, within the rate and the day of all. The order is
 * that of a campaign's: slot, bytes, note, the one call of SES. Whoever ends while waiting has
 * noted nothing, and between note and call nothing is done that can fail or wait.
 */
final class SingleMail {
  private static final Logger LOG = LoggerFactory.getLogger(SingleMail.class);
  private static final Duration TOO_FAST = Duration.ofSeconds(1);

  private final Mailer mailer;
  private final SendQuota quota;
  private final Pace pace;
  private final Keyed keyed;
  private final NewslettersConfig config;
  private final InstantSource clock;

  SingleMail(
      Mailer mailer,
      SendQuota quota,
      Pace pace,
      Keyed keyed,
      NewslettersConfig config,
      InstantSource clock) {
    this.mailer = mailer;
    this.quota = quota;
    this.pace = pace;
    this.keyed = keyed;
    this.config = config;
    this.clock = clock;
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

  /**
   * @param kind what it is, as its events will say
   * @param mail is made once its slot has come, and may come to nothing
   * @param until after which no slot is waited for
   * @throws IllegalStateException if SES was not reached or takes nothing of this sender; nothing
   *     is noted then
   */
  Mailed send(String kind, EmailAddress to, Supplier<byte[]> mail, MailNote note, Instant until) {
    if (!note.isFree(clock.instant())) {
      return Mailed.DONE;
    }
    if (quota.usedUp()) {
      return Mailed.NOT_TODAY;
    }
    if (!slotComes(until)) {
      return Mailed.SOON;
    }
    byte[] bytes = mail.get();
    var begun = clock.instant();
    if (!note.take(begun)) {
      return Mailed.DONE;
    }
    // The address as a hash: what comes back must find it, and nobody else shall.
    var outcome = mailer.send(to, bytes, Map.of("kind", kind, "address", keyed.address(to)));
    if (!(outcome instanceof Outcome.Accepted) && !(outcome instanceof Outcome.Unknown)) {
      note.giveBack(begun);
    }
    return mailed(kind, outcome);
  }

  /** Of the same bucket as campaigns: together they keep the rate. */
  private boolean slotComes(Instant until) {
    for (var slot = pace.reserveBy(until); slot.isPresent(); slot = pace.reserveBy(until)) {
      pace.await(slot.get());
      if (!clock.instant().isAfter(slot.get().plus(DeliverMail.SLOT_LIFE))) {
        return true;
      }
    }
    return false;
  }

  private Mailed mailed(String kind, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> {
        quota.sent();
        yield Mailed.DONE;
      }
      // Nobody knows of it: whoever got none asks again.
      case Outcome.Unknown _ -> Mailed.DONE;
      case Outcome.Rejected(var reason) -> {
        LOG.warn("SES takes no {} to this address: {}", kind, reason);
        yield Mailed.REFUSED;
      }
      case Outcome.Throttled _ -> {
        pace.slowDown(TOO_FAST);
        yield Mailed.SOON;
      }
      case Outcome.OverQuota _ -> {
        quota.refused();
        yield Mailed.NOT_TODAY;
      }
      case Outcome.SenderRefused _, Outcome.NeverSent _ ->
          throw new IllegalStateException("The mail was not taken: " + outcome);
    };
  }
}
