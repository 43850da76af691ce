package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoBatch;
import clipdesk.common.localisation.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counts {@code TOPIC#topic#bucket}: two attributes of each row, no profile. */
final class DynamoAudiences implements Audiences {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAudiences(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Audience of(String topic) {
    var all = Audience.none();
    for (var bucket : Subscriber.buckets()) {
      all = all.plus(counted(members(topic, bucket)));
    }
    return all;
  }

  @Override
  public Audience among(String topic, List<String> subscriberIds) {
    var keys = subscriberIds.stream().map(it -> DynamoPeople.membership(it, topic)).toList();
    return counted(
        DynamoBatch.read(
            table,
            keys,
            /* asTheyAre= */ true,
            asked -> dynamo.batchGetItem(get -> get.requestItems(asked))));
  }

  private static Audience counted(Iterable<Map<String, AttributeValue>> members) {
    var byLanguage = new EnumMap<Language, Long>(Audience.none().byLanguage());
    long suppressed = 0;
    for (var member : members) {
      if (Standing.SUPPRESSED.equals(named(member, "status").orElse(""))) {
        suppressed++;
      } else {
        var language = named(member, "language").flatMap(Language::ofTag).orElse(Language.EN);
        byLanguage.merge(language, 1L, Long::sum);
      }
    }
    return new Audience(byLanguage, suppressed);
  }

  private Iterable<Map<String, AttributeValue>> members(String topic, String bucket) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", text(DynamoPeople.audience(topic, bucket))))
                    .projectionExpression("#language, #status")
                    .expressionAttributeNames(Map.of("#language", "language", "#status", "status")))
        .items();
  }

  private static Optional<String> named(Map<String, AttributeValue> member, String name) {
    return Optional.ofNullable(member.get(name)).map(AttributeValue::s);
  }
}
