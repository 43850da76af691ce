package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code ARCHIVE / sent#id}: a line of the archive, with all that a list of them shows. */
final class DynamoArchiveItem {
  static final String STORE = "archive";
  static final String ARCHIVE = "ARCHIVE";

  private DynamoArchiveItem() {}

  static Map<String, AttributeValue> of(Campaign campaign, Letters letters, Instant sentAt) {
    var item = new HashMap<>(key(campaign.id(), sentAt));
    item.put("id", text(campaign.id()));
    item.put("topic", text(campaign.topic()));
    item.put("sentAt", text(Json.instant(sentAt)));
    item.put(
        "words",
        AttributeValue.fromM(
            Stream.of(Language.values())
                .collect(
                    Collectors.toMap(
                        Language::tag, it -> words(Archived.Words.of(letters.in(it)))))));
    return item;
  }

  private static AttributeValue words(Archived.Words words) {
    return AttributeValue.fromM(
        Map.of(
            "subject", text(words.subject()),
            "topic", text(words.topic()),
            "preheader", text(words.preheader())));
  }

  static Archived read(Members row) {
    var words = new EnumMap<Language, Archived.Words>(Language.class);
    for (var language : Language.values()) {
      var said = row.object("words").object(language.tag());
      words.put(
          language,
          new Archived.Words(said.text("subject"), said.text("topic"), said.text("preheader")));
    }
    return new Archived(row.text("id"), row.text("topic"), row.instant("sentAt"), words);
  }

  static Map<String, AttributeValue> key(String id, Instant sentAt) {
    return DynamoCampaignItem.key(ARCHIVE, Json.instant(sentAt) + "#" + id);
  }
}
