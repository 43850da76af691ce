package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one follows.
 *
 * @param consent the text that is shown now
 * @param open whether it takes new subscriptions and campaigns; one that is retired goes on in old
 *     links
 * @param version goes up with every change and is the entity tag
 */
public record Topic(
    String id, Map<Language, Words> words, ConsentText consent, boolean open, long version) {
  /** Of an id. */
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}[a-z0-9]");

  public Topic {
    words = Map.copyOf(words);
  }

  /** How it is called in a language. */
  public record Words(String name, String description) {}

  public String name(Language language) {
    return words.get(language).name();
  }

  public String description(Language language) {
    return words.get(language).description();
  }
}
