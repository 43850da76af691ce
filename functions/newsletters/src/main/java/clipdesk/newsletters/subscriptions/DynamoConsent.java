package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody consented to or withdrew, and how: a row that is never changed. */
final class DynamoConsent {
  static final String PREFIX = "CONSENT#";

  private DynamoConsent() {}

  /**
   * @param number how many the person has before: clocks may differ, and two acts be of one moment
   */
  static Map<String, AttributeValue> item(String subscriberId, long number, Consent consent) {
    var item = new HashMap<String, AttributeValue>();
    item.put("pk", text("SUB#" + subscriberId));
    item.put("sk", text(PREFIX + "%08d".formatted(number)));
    item.put("action", text(consent.action().text()));
    item.put("source", text(consent.source()));
    item.put("topics", text(String.join(",", consent.topics())));
    item.put("at", text(Json.instant(consent.at())));
    consent.language().ifPresent(it -> item.put("language", text(it.tag())));
    consent
        .shown()
        .ifPresent(
            shown -> {
              item.put("textVersion", text(shown.version()));
              item.put("textLanguage", text(shown.language().tag()));
              item.put("textHash", text(shown.hash()));
            });
    consent.proof().ifPresent(it -> item.put("proof", text(it)));
    consent.campaignId().ifPresent(it -> item.put("campaignId", text(it)));
    return item;
  }

  static Consent read(Members row) {
    return new Consent(
        row.text("action", Consent.Action::of),
        row.text("source"),
        row.textUnlessEmpty("topics").map(it -> List.of(it.split(",", -1))).orElse(List.of()),
        row.optionalText("language", Language::ofTag),
        row.optionalText("textVersion").map(version -> shown(version, row)),
        row.optionalText("proof"),
        row.optionalText("campaignId"),
        row.instant("at"));
  }

  private static Consent.ShownText shown(String version, Members row) {
    return new Consent.ShownText(
        version, row.text("textLanguage", Language::ofTag), row.text("textHash"));
  }
}
