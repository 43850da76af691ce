package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.mailing.Letter;
import clipdesk.newsletters.mailing.Letterhead;
import clipdesk.newsletters.subscriptions.Topics;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Optional;

/** Makes letters of what editors wrote: for a preview, a test, and for all readers. */
@OfEditors
@Singleton
public final class WriteLetters {
  private final Topics topics;
  private final NewslettersConfig config;

  public WriteLetters(Topics topics, NewslettersConfig config) {
    this.topics = topics;
    this.config = config;
  }

  /** In every language. */
  Letters all(Campaign campaign, Content content) {
    var letters = new EnumMap<Language, Letter>(Language.class);
    for (var language : Language.values()) {
      letters.put(language, letter(campaign, content, language));
    }
    return new Letters(letters);
  }

  public Letter letter(Campaign campaign, Content content, Language language) {
    var head =
        new Letterhead(
            config.senderName(),
            config.replyTo(),
            topics.name(campaign.topic(), language),
            Optional.of(page(campaign, language)).filter(_ -> campaign.listed()));
    var texts = content.in(language);
    return Letter.of(language, head, texts.subject(), texts.preheader(), texts.bodyMarkdown());
  }

  /** Of the archive, the same for everybody. */
  private String page(Campaign campaign, Language language) {
    return "%s/v1/newsletters/%s?lang=%s"
        .formatted(config.publicBaseUrl(), campaign.id(), language.tag());
  }
}
