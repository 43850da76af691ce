package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoValues;
import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.PassedOver;
import clipdesk.newsletters.mailing.Letter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a campaign and what belongs to it is written, and read again. */
final class DynamoCampaignItem {
  static final String STORE = "campaigns";
  static final String LETTER = "LETTER#";
  static final String CHANGE = "CHANGE#";
  static final String LIST = "CAMPAIGNS";
  static final String OPEN = "OPEN";

  private static final String CAMPAIGN = "CAMP#";
  private static final Set<String> STATES =
      Set.of("draft", "scheduled", "sending", "paused", "sent", "cancelled");

  private DynamoCampaignItem() {}

  static Map<String, AttributeValue> meta(Campaign campaign, String bodyHash) {
    var item = new HashMap<>(meta(campaign.id()));
    item.put("name", text(campaign.name()));
    item.put("topic", text(campaign.topic()));
    item.put("state", text(campaign.state()));
    item.put("version", number(campaign.version()));
    item.put("revision", number(campaign.revision()));
    item.put("testedRevision", number(campaign.testedRevision()));
    item.put("movedAt", text(Json.instant(campaign.movedAt())));
    item.put("bodyHash", text(bodyHash));
    campaign.keptOutSince().ifPresent(it -> item.put("keptOutSince", text(Json.instant(it))));
    campaign.passedOver().ifPresent(it -> item.put("onlyFor", onlyFor(it)));
    return item;
  }

  static AttributeValue onlyFor(PassedOver whom) {
    var members = new HashMap<String, AttributeValue>();
    members.put("campaignId", text(whom.campaignId()));
    members.put("state", text(whom.state().name()));
    whom.reason().ifPresent(it -> members.put("reason", text(it)));
    return AttributeValue.fromM(members);
  }

  private static PassedOver passedOver(Members whom) {
    return new PassedOver(
        whom.text("campaignId"),
        whom.text("state", it -> DeliveryState.of(it).filter(PassedOver::possible)),
        whom.optionalText("reason"));
  }

  static Campaign campaign(Members row) {
    if (!STATES.contains(row.text("state"))) {
      throw row.unreadable("state", "must be one of a campaign");
    }
    return new Campaign(
        row.text("pk").substring(CAMPAIGN.length()),
        row.text("name"),
        row.text("topic"),
        row.text("state"),
        row.number("version", 1),
        row.number("revision", 1),
        row.number("testedRevision", 0),
        row.optionalInstant("sendAt"),
        row.optionalInstant("startedAt"),
        row.instant("movedAt"),
        row.optionalText("pausedReason").filter(_ -> row.text("state").equals("paused")),
        row.optionalInstant("keptOutSince"),
        row.optionalText("startedBy").filter(it -> !it.equals(Change.SYSTEM)),
        row.optionalObject("onlyFor").map(DynamoCampaignItem::passedOver));
  }

  /** Apart, so that nobody who asks for the state reads 256 KiB of text. */
  static Map<String, AttributeValue> content(String id, Content content) {
    var item = new HashMap<>(contentKey(id));
    item.put("content", text(content.json()));
    return item;
  }

  static Content content(Members row) {
    var content = Members.read(row.text("content"));
    for (var language : Language.values()) {
      var texts = content.object(language.tag());
      texts.text("subject");
      texts.text("bodyMarkdown");
    }
    return new Content(content.all());
  }

  static Map<String, AttributeValue> letter(String id, Language language, Letter letter) {
    var item = new HashMap<>(letterKey(id, language));
    item.put("subject", text(letter.subject()));
    item.put("topic", text(letter.topic()));
    item.put("preheader", text(letter.preheader()));
    item.put("body", text(letter.body()));
    item.put("text", text(letter.text()));
    item.put("html", text(letter.html()));
    return item;
  }

  /**
   * @throws clipdesk.common.json.UnreadableException if a language is missing
   */
  static Optional<Letters> letters(List<Members> rows) {
    var letters = new EnumMap<Language, Letter>(Language.class);
    for (var row : rows) {
      letters.put(row.text("sk", it -> Language.ofTag(it.substring(LETTER.length()))), letter(row));
      if (rows.size() != Language.values().length) {
        throw row.unreadable("sk", "must be there in every language");
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Letters(letters));
  }

  static Map<String, AttributeValue> letterKey(String id, Language language) {
    return key(CAMPAIGN + id, LETTER + language.tag());
  }

  static Letter letter(Members row) {
    return new Letter(
        row.text("subject"),
        row.text("topic"),
        row.text("preheader"),
        row.text("body"),
        row.text("text"),
        row.text("html"));
  }

  static Map<String, AttributeValue> change(String id, Change change) {
    var item = new HashMap<>(key(CAMPAIGN + id, CHANGE + "%010d".formatted(change.version())));
    item.put("act", text(change.act().text()));
    item.put("by", text(change.by()));
    item.put("at", text(Json.instant(change.at())));
    change.reason().ifPresent(it -> item.put("reason", text(it)));
    item.put(
        "parts", AttributeValue.fromL(change.parts().stream().map(DynamoValues::text).toList()));
    item.put("revision", number(change.revision()));
    return item;
  }

  static Change change(Members row) {
    return new Change(
        row.text("act", Change.Act::of),
        row.text("by"),
        row.instant("at"),
        row.optionalText("reason"),
        row.texts("parts"),
        row.number("revision", 1),
        Long.parseLong(row.text("sk").substring(CHANGE.length())));
  }

  /** In the order in which they were made. */
  static Map<String, AttributeValue> listed(Campaign campaign) {
    return key(LIST, Json.instant(campaign.movedAt()) + "#" + campaign.id());
  }

  static String ofList(Map<String, AttributeValue> item) {
    var key = item.get("sk").s();
    return key.substring(key.indexOf('#') + 1);
  }

  static Map<String, AttributeValue> open(String id) {
    return key(OPEN, id);
  }

  static Map<String, AttributeValue> meta(String id) {
    return key(CAMPAIGN + id, "META");
  }

  static Map<String, AttributeValue> contentKey(String id) {
    return key(CAMPAIGN + id, "CONTENT");
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }
}
