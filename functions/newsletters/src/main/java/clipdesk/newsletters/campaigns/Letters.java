package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.Letter;
import java.util.EnumMap;
import java.util.Map;

/** A campaign as it is mailed: rendered once for each language, and never changed again. */
public record Letters(Map<Language, Letter> byLanguage) {
  public Letters {
    byLanguage = Map.copyOf(byLanguage);
  }

  static Letters of(Content content) {
    var letters = new EnumMap<Language, Letter>(Language.class);
    for (var language : Language.values()) {
      letters.put(language, content.letter(language));
    }
    return new Letters(letters);
  }

  public Letter in(Language language) {
    return byLanguage.get(language);
  }
}
