package clipdesk.newsletters.campaigns;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.Letter;
import java.util.Map;

/**
 * One issue of a newsletter.
 *
 * @param version goes up with every change and is the entity tag
 * @param revision goes up with every change of the content
 * @param testedRevision the newest revision that was mailed to an editor
 * @param content by language tag: subject, preheader, bodyMarkdown
 */
public record Campaign(
    String id,
    String name,
    String topic,
    String state,
    long version,
    long revision,
    long testedRevision,
    Map<String, Object> content) {

  public Letter letter(Language language) {
    var texts = (Map<?, ?>) content.get(language.tag());
    return Letter.of(language, (String) texts.get("subject"), (String) texts.get("bodyMarkdown"));
  }

  String contentJson() {
    return Json.text(content);
  }
}
