package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a confirmation link is about.
 *
 * @param textVersion of the consent that was shown
 * @param askedAt when the mail was asked for
 */
public record Confirmation(
    EmailAddress email,
    List<String> topics,
    Language language,
    String textVersion,
    Instant askedAt) {
  /** So long after it was asked for it may be confirmed. */
  public static final Duration LIFE = Duration.ofDays(7);

  Confirmation about(List<String> others) {
    return new Confirmation(email, others, language, textVersion, askedAt);
  }
}
