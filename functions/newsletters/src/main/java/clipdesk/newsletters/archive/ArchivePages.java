package clipdesk.newsletters.archive;

import static clipdesk.common.mail.MailFrame.escaped;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfArchive;
import clipdesk.newsletters.campaigns.Archive;
import clipdesk.newsletters.campaigns.Archived;
import clipdesk.newsletters.links.Dates;
import clipdesk.newsletters.links.PageFrame;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** The archive as pages: a list, and each newsletter. */
@OfArchive
@Singleton
final class ArchivePages {
  private final Messages texts = new Messages(ArchivePages.class, "archive");
  private final ArchiveView view;
  private final NewslettersConfig config;

  ArchivePages(ArchiveView view, NewslettersConfig config) {
    this.view = view;
    this.config = config;
  }

  String policy() {
    return PageFrame.policyWithPictures(config.webOrigin());
  }

  String list(Archive.Page page, Optional<String> topic, Language language) {
    var main = new StringBuilder();
    if (page.items().isEmpty()) {
      main.append("<p>").append(text(language, "none")).append("</p>");
    } else {
      main.append("<ul class=\"issues\" role=\"list\">");
      page.items().forEach(it -> main.append(line(it, language)));
      main.append("</ul>");
    }
    main.append("<nav>");
    page.lastKey()
        .map(it -> view.listHref("", topic, language) + "&cursor=" + ArchiveCursor.of(it))
        .ifPresent(it -> main.append(link(it, text(language, "older"))));
    main.append(link(view.listHref("/feed.atom", topic, language), text(language, "feed")))
        .append("</nav>")
        .append(languages(language, it -> view.listHref("", topic, it)));
    return frame(text(language, "title"), main.toString(), topic, language);
  }

  private String line(Archived line, Language language) {
    var words = line.words().get(language);
    return "<li><p><b>%s</b></p><p class=\"small\">%s</p>%s</li>"
        .formatted(
            link(view.href(line.id(), language), escaped(words.subject())),
            text(language, "sent", Dates.inWords(line.sentAt(), language), words.topic()),
            words.preheader().isEmpty() ? "" : "<p>" + escaped(words.preheader()) + "</p>");
  }

  String one(Archive.Sent sent, Language language) {
    var campaign = sent.campaign();
    var letter = sent.letter();
    var main =
        "<p class=\"small\">%s</p>\n%s\n<nav>%s</nav>%s"
            .formatted(
                text(
                    language,
                    "sent",
                    Dates.inWords(campaign.startedAt().orElseThrow(), language),
                    letter.topic()),
                letter.body(),
                link(view.listHref("", Optional.empty(), language), text(language, "all")),
                languages(language, it -> view.href(campaign.id(), it)));
    return frame(escaped(letter.subject()), main, Optional.empty(), language);
  }

  /** A page of a few words, about one that is not there. */
  String says(String key, Language language) {
    var main =
        "<p>%s</p><nav>%s</nav>"
            .formatted(
                text(language, key + ".text"),
                link(view.listHref("", Optional.empty(), language), text(language, "all")));
    return frame(text(language, key + ".title"), main, Optional.empty(), language);
  }

  private String languages(Language language, Function<Language, String> href) {
    var links = new StringBuilder("<nav aria-label=\"" + text(language, "languages") + "\">");
    for (var other : Language.values()) {
      if (other != language) {
        links.append(
            "<a href=\"%s\" hreflang=\"%s\" lang=\"%s\">%s</a>"
                .formatted(
                    escaped(href.apply(other)),
                    other.tag(),
                    other.tag(),
                    PageFrame.NAMES.get(other)));
      }
    }
    return links.append("</nav>").toString();
  }

  private String frame(String title, String main, Optional<String> topic, Language language) {
    var feed =
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"%s\">"
            .formatted(escaped(view.listHref("/feed.atom", topic, language)));
    var footer = text(language, "sent-by", config.senderName(), config.replyTo());
    return new PageFrame(language, escaped(config.senderName()), title, feed, main, footer).html();
  }

  private static String link(String href, String words) {
    return "<a href=\"%s\">%s</a>".formatted(escaped(href), words);
  }

  private String text(Language language, String key, Object... arguments) {
    return escaped(texts.text(language, key, arguments));
  }
}
