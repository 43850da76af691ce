package clipdesk.media.catalogue;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.stored.DynamoRow;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.MediaConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows {@code VIDEO#id / META}, listed by the indexes {@code gsi1} (all) and {@code gsi2} (event).
 */
@Singleton
public final class DynamoVideos implements Videos {
  private final DynamoDbClient dynamo;
  private final String table;

  @Inject
  DynamoVideos(DynamoDbClient dynamo, MediaConfig config) {
    this(dynamo, config.table());
  }

  public DynamoVideos(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Video> find(String videoId) {
    var item =
        dynamo
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("pk", text("VIDEO#" + videoId), "sk", text("META"))))
            .item();
    // A row may hold nothing but the lease of the first ingest.
    return item.containsKey("video") ? readable(item) : Optional.empty();
  }

  @Override
  public Page list(Filter filter, int limit, Map<String, String> after) {
    boolean byEvent = filter.event().isPresent();
    var index = byEvent ? "gsi2" : "gsi1";
    var values =
        Map.of(
            ":pk", text(byEvent ? "EVENT#" + filter.event().get() : "PUB"),
            ":from", text(filter.from().map(LocalDate::toString).orElse("0")),
            // '$' comes after '#', which ends the date in the key, and ':' after every digit.
            ":to", text(filter.to().map(date -> date + "$").orElse(":")));
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .indexName(index)
                    .keyConditionExpression(index + "pk = :pk AND gsi1sk BETWEEN :from AND :to")
                    .expressionAttributeValues(values)
                    .scanIndexForward(false)
                    .limit(limit)
                    .exclusiveStartKey(after.isEmpty() ? null : key(after)));
    return new Page(
        answer.items().stream().map(DynamoVideos::readable).flatMap(Optional::stream).toList(),
        answer.hasLastEvaluatedKey()
            ? answer.lastEvaluatedKey().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s()))
            : Map.of());
  }

  private static Optional<Video> readable(Map<String, AttributeValue> item) {
    return DynamoRow.read("videos", item, row -> Video.read(row.text("video")));
  }

  private static Map<String, AttributeValue> key(Map<String, String> key) {
    return key.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }
}
