package clipdesk.newsletters.campaigns;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.Letter;
import java.util.Map;

/**
 * The texts of a campaign.
 *
 * @param texts by language tag: subject, preheader, bodyMarkdown
 */
public record Content(Map<String, Object> texts) {
  public Letter letter(Language language) {
    var words = (Map<?, ?>) texts.get(language.tag());
    return Letter.of(language, (String) words.get("subject"), (String) words.get("bodyMarkdown"));
  }

  String json() {
    return Json.text(texts);
  }
}
