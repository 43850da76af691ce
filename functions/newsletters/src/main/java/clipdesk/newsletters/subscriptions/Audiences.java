package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many get a topic. */
public interface Audiences {
  /** As it is at this moment, counted. */
  Audience of(String topic);

  /**
   * Of some people, as they are at this moment.
   *
   * @param subscriberIds each once
   */
  Audience among(String topic, List<String> subscriberIds);

  /**
   * @param byLanguage who gets mail; a language of nobody is 0
   * @param suppressed who wants the topic, and has an address that must not be written to
   */
  record Audience(Map<Language, Long> byLanguage, long suppressed) {
    public Audience {
      byLanguage = Map.copyOf(byLanguage);
    }

    public static Audience none() {
      return new Audience(
          Arrays.stream(Language.values()).collect(Collectors.toMap(it -> it, _ -> 0L)), 0);
    }

    public Audience plus(Audience other) {
      var sum = new EnumMap<>(byLanguage);
      other.byLanguage.forEach((language, many) -> sum.merge(language, many, Long::sum));
      return new Audience(sum, suppressed + other.suppressed);
    }

    /** Who gets mail. */
    public long total() {
      return byLanguage.values().stream().mapToLong(it -> it).sum();
    }
  }
}
