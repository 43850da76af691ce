package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import java.util.Map;

/** How many get a topic. */
public interface Audiences {
  /** As it is at this moment, counted. */
  Audience of(String topic);

  /**
   * @param byLanguage who gets mail; a language of nobody is 0
   * @param suppressed who wants the topic, and has an address that must not be written to
   */
  record Audience(Map<Language, Long> byLanguage, long suppressed) {
    public Audience {
      byLanguage = Map.copyOf(byLanguage);
    }

    /** Who gets mail. */
    public long total() {
      return byLanguage.values().stream().mapToLong(it -> it).sum();
    }
  }
}
