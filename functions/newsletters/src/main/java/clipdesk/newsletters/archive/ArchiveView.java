package clipdesk.newsletters.archive;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfArchive;
import clipdesk.newsletters.campaigns.Archive;
import clipdesk.newsletters.campaigns.Archived;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The archive as JSON. */
@OfArchive
@Singleton
final class ArchiveView {
  private final NewslettersConfig config;

  ArchiveView(NewslettersConfig config) {
    this.config = config;
  }

  String list(Archive.Page page, Language language) {
    var body = new LinkedHashMap<String, Object>();
    body.put("items", page.items().stream().map(it -> line(it, language)).toList());
    page.lastKey().ifPresent(it -> body.put("nextCursor", ArchiveCursor.of(it)));
    return Json.text(body);
  }

  private Map<String, Object> line(Archived line, Language language) {
    return line(line.id(), line.topic(), line.sentAt(), line.words().get(language), language);
  }

  private Map<String, Object> line(
      String id, String topic, Instant sentAt, Archived.Words words, Language language) {
    var view = new LinkedHashMap<String, Object>();
    view.put("newsletterId", id);
    view.put("topic", topic);
    view.put("topicName", words.topic());
    view.put("sentAt", Json.instant(sentAt));
    view.put("subject", words.subject());
    if (!words.preheader().isEmpty()) {
      view.put("preheader", words.preheader());
    }
    view.put("href", href(id, language));
    return view;
  }

  /** With its text, as HTML without any frame. */
  String one(Archive.Sent sent, Language language) {
    var campaign = sent.campaign();
    var letter = sent.letter();
    var words = new Archived.Words(letter.subject(), letter.topic(), letter.preheader());
    var view =
        line(campaign.id(), campaign.topic(), campaign.startedAt().orElseThrow(), words, language);
    view.put("language", language.tag());
    view.put("html", letter.body());
    return Json.text(view);
  }

  String href(String id, Language language) {
    return "%s/v1/newsletters/%s?lang=%s".formatted(config.publicBaseUrl(), id, language.tag());
  }

  /** The list itself, of one topic or of all. */
  String listHref(String path, Optional<String> topic, Language language) {
    return "%s/v1/newsletters%s?lang=%s%s"
        .formatted(
            config.publicBaseUrl(),
            path,
            language.tag(),
            topic.map(it -> "&topic=" + it).orElse(""));
  }
}
