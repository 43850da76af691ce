package clipdesk.newsletters.campaigns;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.Letter;
import java.util.Map;

/** A campaign as it is mailed: rendered once for each language, and never changed again. */
public record Letters(Map<Language, Letter> byLanguage) {
  public Letters {
    byLanguage = Map.copyOf(byLanguage);
  }

  public Letter in(Language language) {
    return byLanguage.get(language);
  }
}
