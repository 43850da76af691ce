package clipdesk.accounts.signup;

import clipdesk.accounts.AccountsConfig;
import clipdesk.common.aws.Secrets;
import clipdesk.common.digests.HmacSha256;
import clipdesk.contracts.newsletters.NewsletterOffer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Signs the offer to subscribe right after an address was proven, so that no second mail is needed.
 * Consent is no part of signing up: the offer is taken or left.
 */
@Singleton
final class NewsletterOffers {
  static final Duration LIFE = Duration.ofMinutes(60);

  private final Secrets secrets;
  private final AccountsConfig config;

  NewsletterOffers(Secrets secrets, AccountsConfig config) {
    this.secrets = secrets;
    this.config = config;
  }

  String offer(String sub, String email, Instant now) {
    var id = UUID.randomUUID().toString();
    return new NewsletterOffer(sub, email, now, now.plus(LIFE), id).token(this::mac);
  }

  private byte[] mac(byte[] text) {
    return HmacSha256.of(secrets.key(config.offerKeyArn()), text);
  }
}
