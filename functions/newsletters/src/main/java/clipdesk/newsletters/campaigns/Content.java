package clipdesk.newsletters.campaigns;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import java.util.Map;

/**
 * The texts of a campaign.
 *
 * @param texts by language tag: subject, preheader, bodyMarkdown
 */
public record Content(Map<String, Object> texts) {
  /** What an editor wrote in one language. */
  record Texts(String subject, String preheader, String bodyMarkdown) {}

  Texts in(Language language) {
    var words = (Map<?, ?>) texts.get(language.tag());
    return new Texts(
        (String) words.get("subject"),
        words.get("preheader") instanceof String preheader ? preheader : "",
        (String) words.get("bodyMarkdown"));
  }

  String json() {
    return Json.text(texts);
  }
}
