package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import clipdesk.newsletters.subscriptions.Consent.ShownText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code TOLDTEXT#hash / TEXT}: by its words, so that it is never another. */
public final class DynamoToldTexts implements ToldTexts {
  /** A list has a few texts; one that has as many as lines is written each time. */
  private static final int REMEMBERED = 1000;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  public DynamoToldTexts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public ShownText keep(String words, Language language) {
    var hash = Sha256.hex(words);
    if (!kept.contains(hash)) {
      var item = new HashMap<>(key(hash));
      item.put("words", text(words));
      dynamo.putItem(put -> put.tableName(table).item(item));
      if (kept.size() < REMEMBERED) {
        kept.add(hash);
      }
    }
    return new ShownText(VERSION, language, hash);
  }

  @Override
  public Optional<String> find(ShownText shown) {
    var item =
        dynamo
            .getItem(get -> get.tableName(table).key(key(shown.hash())).consistentRead(true))
            .item();
    return item.isEmpty()
        ? Optional.empty()
        : DynamoRow.read("subscribers", item, row -> row.text("words"));
  }

  private static Map<String, AttributeValue> key(String hash) {
    return Map.of("pk", text("TOLDTEXT#" + hash), "sk", text("TEXT"));
  }
}
