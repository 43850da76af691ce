package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.mailing.Letter;
import clipdesk.newsletters.mailing.MimeMail;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.UnsubscribeLink;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Confirmations and test sends. */
final class SingleMails {
  private static final Duration CONFIRMATION_LIFE = Duration.ofDays(7);

  private final Campaigns campaigns;
  private final Subscribers subscribers;
  private final Mailer mailer;
  private final NewslettersConfig config;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SingleMails(
      Campaigns campaigns,
      Subscribers subscribers,
      Mailer mailer,
      NewslettersConfig config,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.subscribers = subscribers;
    this.mailer = mailer;
    this.config = config;
    this.clock = clock;
  }

  /** Mails a link that leads to a page with one button. */
  void confirm(Map<String, Object> message) {
    var email = new EmailAddress((String) message.get("email"));
    var language = Language.ofTag((String) message.get("language")).orElse(Language.EN);
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    subscribers.putConfirmation(
        UnsubscribeLink.hash(token),
        new Subscribers.Confirmation(
            email,
            ((List<?>) message.get("topics")).stream().map(String::valueOf).toList(),
            language,
            (String) message.get("textVersion")),
        clock.instant().plus(CONFIRMATION_LIFE));
    var url = config.publicBaseUrl() + "/v1/subscriptions/confirmations/" + token;
    send(Letter.confirmation(language, url), "", email, language, Map.of("kind", "confirm"));
  }

  /** Mails a revision to its editor; all three languages make it a tested one. */
  void test(Map<String, Object> message) {
    var campaign = campaigns.find((String) message.get("campaignId"));
    long revision = ((Number) message.get("revision")).longValue();
    if (campaign.filter(it -> it.revision() == revision).isEmpty()) {
      return;
    }
    var languages = ((List<?>) message.get("languages")).stream().map(String::valueOf).toList();
    var to = new EmailAddress((String) message.get("to"));
    for (var tag : languages) {
      var language = Language.ofTag(tag).orElse(Language.EN);
      var letter = campaign.get().letter(language).withLink(config.webOrigin());
      send(letter, "[TEST] ", to, language, Map.of("kind", "test"));
    }
    if (languages.size() == Language.values().length) {
      campaigns.tested(campaign.get().id(), revision);
    }
  }

  private void send(
      Letter letter, String prefix, EmailAddress to, Language language, Map<String, String> tags) {
    var outcome =
        mailer.send(
            new MimeMail(
                config.from(),
                config.replyTo(),
                to,
                prefix + letter.subject(),
                letter.text(),
                letter.html(),
                language,
                Map.of()),
            tags);
    if (!(outcome instanceof Mailer.Outcome.Accepted)) {
      throw new IllegalStateException("The mail was not taken: " + outcome);
    }
  }
}
