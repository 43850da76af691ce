package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import clipdesk.common.localisation.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A text in every language of Clipdesk. */
public record Localised(Map<Language, String> texts) {
  public Localised {
    var all = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      all.put(language, requireNonNull(texts.get(language), language::tag));
    }
    texts = Collections.unmodifiableMap(all);
  }

  public String in(Language language) {
    return requireNonNull(texts.get(language));
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    texts.forEach((language, text) -> members.put(language.tag(), text));
    return members;
  }

  /**
   * @throws UnreadableException if it lacks a language, or has nothing to say in one
   */
  static Localised of(Members members) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      texts.put(language, members.filledText(language.tag()));
    }
    return new Localised(texts);
  }
}
