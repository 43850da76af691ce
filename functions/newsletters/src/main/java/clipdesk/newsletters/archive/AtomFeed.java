package clipdesk.newsletters.archive;

import static clipdesk.common.mail.MailFrame.escaped;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfArchive;
import clipdesk.newsletters.campaigns.Archive;
import clipdesk.newsletters.campaigns.Archived;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The newest newsletters as a feed (RFC 4287). */
@OfArchive
@Singleton
final class AtomFeed {
  private static final int ENTRIES = 20;

  /** As far back as those of one topic are looked for. */
  private static final int PAGES = 5;

  private static final int PAGE = 100;

  /** What no document of XML 1.0 may have (2.2), however it is written. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

  private final Messages texts = new Messages(ArchivePages.class, "archive");
  private final Archive archive;
  private final ArchiveView view;
  private final NewslettersConfig config;

  AtomFeed(Archive archive, ArchiveView view, NewslettersConfig config) {
    this.archive = archive;
    this.view = view;
    this.config = config;
  }

  String of(Optional<String> topic, Language language) {
    var newest = newest(topic);
    var self = view.listHref("/feed.atom", topic, language);
    var feed = new StringBuilder();
    feed.append(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s">
        <id>%s</id>
        <title>%s</title>
        <updated>%s</updated>
        <author><name>%s</name></author>
        <link rel="self" type="application/atom+xml" href="%s"/>
        <link rel="alternate" type="text/html" href="%s"/>
        """
            .formatted(
                language.tag(),
                text(self),
                text(texts.text(language, "feed.title", config.senderName())),
                newest.isEmpty()
                    ? Json.instant(Instant.EPOCH)
                    : Json.instant(newest.getFirst().sentAt()),
                text(config.senderName()),
                text(self),
                text(view.listHref("", topic, language))));
    newest.forEach(it -> feed.append(entry(it, language)));
    return feed.append("</feed>\n").toString();
  }

  private List<Archived> newest(Optional<String> topic) {
    var found = new ArrayList<Archived>();
    Optional<String> after = Optional.empty();
    for (int pages = 0; pages < PAGES && found.size() < ENTRIES; pages++) {
      var page = archive.page(topic, after, topic.isPresent() ? PAGE : ENTRIES);
      found.addAll(page.items());
      after = page.lastKey();
      if (after.isEmpty()) {
        break;
      }
    }
    return found.subList(0, Math.min(ENTRIES, found.size()));
  }

  private String entry(Archived line, Language language) {
    var words = line.words().get(language);
    var href = text(view.href(line.id(), language));
    var sentAt = Json.instant(line.sentAt());
    return """
    <entry>
    <id>%s</id>
    <title>%s</title>
    <updated>%s</updated>
    <published>%s</published>
    <category term="%s" label="%s"/>
    <link rel="alternate" type="text/html" hreflang="%s" href="%s"/>
    <summary>%s</summary>
    </entry>
    """
        .formatted(
            href,
            text(words.subject()),
            sentAt,
            sentAt,
            text(line.topic()),
            text(words.topic()),
            language.tag(),
            href,
            text(words.preheader().isEmpty() ? words.topic() : words.preheader()));
  }

  private static String text(String words) {
    return escaped(FORBIDDEN.matcher(words).replaceAll("\ufffd"));
  }
}
