package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person gets. Every change of it is a {@link Consent}, and the other way round.
 *
 * @param status {@code active}, {@code suppressed} or {@code erased}
 * @param topics whether each is on; one that was never spoken of is not there
 */
public record Standing(String status, Language language, Map<String, Boolean> topics) {
  public static final String ACTIVE = "active";
  public static final String SUPPRESSED = "suppressed";
  public static final String ERASED = "erased";

  /** Who lifts a suppression. */
  static final String OPERATOR = "operator";

  public Standing {
    topics = Map.copyOf(topics);
  }

  /** Of somebody who has not chosen anything yet. */
  public static Standing first(Language language) {
    return new Standing(ACTIVE, language, Map.of());
  }

  /** After all of these, oldest first. */
  static Standing of(Language first, List<Consent> consents) {
    return first(first).after(consents);
  }

  Standing after(List<Consent> consents) {
    var standing = this;
    for (var consent : consents) {
      standing = standing.after(consent);
    }
    return standing;
  }

  /** Who is erased stays so. */
  Standing after(Consent consent) {
    if (status.equals(ERASED)) {
      return this;
    }
    var spoken = consent.language().orElse(language);
    return switch (consent.action()) {
      case ASKED -> this;
      case GRANTED, CONFIRMED -> new Standing(status, spoken, switched(consent.topics(), true));
      case RESTORED ->
          consent.topics().isEmpty()
              ? new Standing(ACTIVE, language, topics)
              : new Standing(status, spoken, switched(consent.topics(), true));
      case WITHDRAWN -> new Standing(status, spoken, switchedOff(consent.topics()));
      case LANGUAGE_CHANGED -> new Standing(status, spoken, topics);
      case SUPPRESSED -> new Standing(SUPPRESSED, language, allOff());
      case ERASED -> new Standing(ERASED, language, allOff());
    };
  }

  /** Topics that are on, in order. */
  public List<String> on() {
    return topics.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public boolean on(String topic) {
    return topics.getOrDefault(topic, false);
  }

  private Map<String, Boolean> allOff() {
    return switched(List.copyOf(topics.keySet()), false);
  }

  /** What was never on is not off by that: nothing changes, and nothing is kept of it. */
  private Map<String, Boolean> switchedOff(List<String> names) {
    return switched(names.stream().filter(topics::containsKey).toList(), false);
  }

  private Map<String, Boolean> switched(List<String> names, boolean to) {
    var all = new TreeMap<>(topics);
    names.forEach(name -> all.put(name, to));
    return all;
  }
}
