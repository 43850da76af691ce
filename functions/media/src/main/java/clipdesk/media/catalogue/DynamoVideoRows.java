package clipdesk.media.catalogue;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.aws.DynamoValues;
import clipdesk.contracts.catalogue.Video;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the rows that {@link DynamoVideos} reads; the lease stands in the row itself. */
public final class DynamoVideoRows implements VideoRows {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoVideoRows(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean lease(String videoId, String owner, Instant now, Instant until) {
    return DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(videoId))
                        .updateExpression("SET leaseUntil = :until, leaseOwner = :owner")
                        .conditionExpression(
                            "attribute_not_exists(leaseUntil) OR leaseUntil < :now")
                        .expressionAttributeValues(
                            Map.of(
                                ":until", number(until),
                                ":now", number(now),
                                ":owner", text(owner)))));
  }

  @Override
  public void put(Video video, String sourceVersionId, String owner) {
    var values =
        Map.of(
            ":video", text(video.json()),
            ":source", text(sourceVersionId),
            ":public", text("PUB"),
            ":place", text(video.description().date() + "#" + video.videoId()),
            ":event", text("EVENT#" + video.description().event().id()),
            ":owner", text(owner));
    boolean held =
        DynamoConditions.hold(
            () ->
                dynamo.updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(key(video.videoId()))
                            .updateExpression(
                                "SET video = :video, sourceVersionId = :source,"
                                    + " gsi1pk = :public, gsi1sk = :place, gsi2pk = :event")
                            .conditionExpression("leaseOwner = :owner")
                            .expressionAttributeValues(values)));
    if (!held) {
      throw new LostLeaseException(video.videoId());
    }
  }

  @Override
  public void release(String videoId, String owner) {
    var values = Map.of(":owner", text(owner));
    // A video that was refused before it ever had a row leaves none behind.
    boolean hadNone =
        DynamoConditions.hold(
            () ->
                dynamo.deleteItem(
                    delete ->
                        delete
                            .tableName(table)
                            .key(key(videoId))
                            .conditionExpression(
                                "leaseOwner = :owner AND attribute_not_exists(video)")
                            .expressionAttributeValues(values)));
    if (!hadNone) {
      releaseRow(videoId, values);
    }
  }

  private void releaseRow(String videoId, Map<String, AttributeValue> values) {
    // One that another ingest owns now is given back by that.
    DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(videoId))
                        .updateExpression("REMOVE leaseUntil, leaseOwner")
                        .conditionExpression("leaseOwner = :owner")
                        .expressionAttributeValues(values)));
  }

  private static Map<String, AttributeValue> key(String videoId) {
    return Map.of("pk", text("VIDEO#" + videoId), "sk", text("META"));
  }

  private static AttributeValue number(Instant instant) {
    return DynamoValues.number(instant.toEpochMilli());
  }
}
