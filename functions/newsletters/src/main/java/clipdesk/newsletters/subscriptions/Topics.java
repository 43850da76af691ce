package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The topics, in the words and the version that people consent to. */
@Singleton
public final class Topics {
  /** Raised with every change of a consent text. */
  public static final String CONSENT_VERSION = "2026-01";

  private static final List<String> TOPICS = List.of("press-briefings", "announcements");

  private final Messages texts = new Messages(Topics.class, "topics");

  List<Map<String, Object>> all(Language language) {
    return TOPICS.stream()
        .<Map<String, Object>>map(
            topic ->
                Map.of(
                    "topic",
                    topic,
                    "name",
                    name(topic, language),
                    "consentText",
                    texts.text(language, "consent"),
                    "consentTextVersion",
                    CONSENT_VERSION))
        .toList();
  }

  /** In links that were mailed a topic may have been given up since: it has no other name then. */
  public String name(String topic, Language language) {
    return exists(topic) ? texts.text(language, topic + ".name") : topic;
  }

  /**
   * @throws ProblemException {@code validation} for a topic that does not exist
   */
  void require(List<String> topics) {
    for (int i = 0; i < topics.size(); i++) {
      if (!TOPICS.contains(topics.get(i))) {
        throw ProblemException.invalid("/topics/" + i, "unknown-topic", "There is no such topic");
      }
    }
  }

  /** Whether there is such a topic. */
  public boolean exists(String topic) {
    return TOPICS.contains(topic);
  }
}
