package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.limits.CallLimits;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfReaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Has a confirmation mailed. The work is the same for every address, one count for the network and
 * one message on a queue: who is known, subscribed, suppressed or asked too often is looked at
 * behind the queue, where no caller sees it.
 */
@OfReaders
@Singleton
final class AskForConfirmation {
  private static final Duration HOUR = Duration.ofHours(1);

  private final CallLimits limits;
  private final Outgoing outgoing;
  private final NewslettersConfig config;
  private final InstantSource clock;

  AskForConfirmation(
      CallLimits limits, Outgoing outgoing, NewslettersConfig config, InstantSource clock) {
    this.limits = limits;
    this.outgoing = outgoing;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws clipdesk.common.problem.ProblemException {@code too-many-requests} if the network has
   *     asked too often
   */
  void ask(
      EmailAddress email,
      List<String> topics,
      Language language,
      String textVersion,
      String network) {
    var now = clock.instant();
    limits.count("subscriptions", network, config.subscriptionsPerHourAndIp(), HOUR, now);
    outgoing.mail(new ConfirmationToMail(email.text(), topics, language.tag(), textVersion, now));
  }
}
