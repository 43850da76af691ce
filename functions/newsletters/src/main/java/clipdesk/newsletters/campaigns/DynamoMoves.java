package clipdesk.newsletters.campaigns;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Changes of a campaign's own item, each for the version that was read. */
record DynamoMoves(String table) {
  TransactWriteItem moved(Campaign from, String to, String reason, Instant now) {
    return moved(from, to, reason, now, "", Map.of());
  }

  /** When it was made is kept, for that leads to it in the list. */
  TransactWriteItem scheduled(Campaign from, Instant sendAt, String by) {
    var values = Map.of(":sendAt", text(Json.instant(sendAt)), ":by", text(by));
    return turned(from, "scheduled", ", sendAt = :sendAt, startedBy = :by", values);
  }

  TransactWriteItem unscheduled(Campaign from) {
    return turned(from, "draft", " REMOVE sendAt, startedBy", Map.of());
  }

  /** By the system it is started for whoever scheduled it. */
  TransactWriteItem started(Campaign from, String by, Instant now) {
    return by.equals(Change.SYSTEM)
        ? moved(from, "sending", "", now, ", startedAt = :now", Map.of())
        : moved(
            from,
            "sending",
            "",
            now,
            ", startedAt = :now, startedBy = :by",
            Map.of(":by", text(by)));
  }

  /** What was not sent is not in the archive. */
  TransactWriteItem cancelled(Campaign from, Instant now) {
    var keptOut = ", keptOutSince = if_not_exists(keptOutSince, :now)";
    return moved(from, "cancelled", "", now, keptOut, Map.of());
  }

  /** What is done is in the history, or it is not done. */
  TransactWriteItem noted(Campaign campaign, Change change) {
    var item = DynamoCampaignItem.change(campaign.id(), change);
    return TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build();
  }

  TransactWriteItem edited(Campaign from, Campaign to) {
    var values = new HashMap<>(version(from));
    values.put(":draft", text("draft"));
    values.put(":name", text(to.name()));
    values.put(":topic", text(to.topic()));
    to.keptOutSince().ifPresent(it -> values.put(":keptOut", text(Json.instant(it))));
    to.passedOver().ifPresent(it -> values.put(":onlyFor", DynamoCampaignItem.onlyFor(it)));
    return write(
        from,
        Update.builder()
            .updateExpression(
                "SET #name = :name, topic = :topic"
                    + to.keptOutSince().map(_ -> ", keptOutSince = :keptOut").orElse("")
                    + to.passedOver().map(_ -> ", onlyFor = :onlyFor").orElse(" REMOVE onlyFor")
                    + " ADD #version :one, revision :one")
            .conditionExpression("#state = :draft AND #version = :version")
            .expressionAttributeNames(
                Map.of("#name", "name", "#state", "state", "#version", "version"))
            .expressionAttributeValues(values));
  }

  TransactWriteItem deleted(Campaign draft) {
    return TransactWriteItem.builder()
        .delete(
            it ->
                it.tableName(table)
                    .key(DynamoCampaignItem.meta(draft.id()))
                    .conditionExpression("#state = :draft AND #version = :version")
                    .expressionAttributeNames(Map.of("#state", "state", "#version", "version"))
                    .expressionAttributeValues(
                        Map.of(":draft", text("draft"), ":version", number(draft.version()))))
        .build();
  }

  private TransactWriteItem moved(
      Campaign from,
      String to,
      String reason,
      Instant now,
      String more,
      Map<String, AttributeValue> further) {
    var values = new HashMap<>(further);
    values.put(":now", text(Json.instant(now)));
    values.put(":reason", text(reason));
    return turned(from, to, ", movedAt = :now, pausedReason = :reason" + more, values);
  }

  private TransactWriteItem turned(
      Campaign from, String to, String more, Map<String, AttributeValue> further) {
    var values = new HashMap<>(version(from));
    values.put(":to", text(to));
    values.put(":from", text(from.state()));
    values.putAll(further);
    return write(
        from,
        Update.builder()
            .updateExpression("SET #state = :to" + more + " ADD #version :one")
            .conditionExpression("#state = :from AND #version = :version")
            .expressionAttributeNames(Map.of("#state", "state", "#version", "version"))
            .expressionAttributeValues(values));
  }

  TransactWriteItem listed(Campaign from) {
    return write(
        from,
        Update.builder()
            .updateExpression("REMOVE keptOutSince ADD #version :one")
            .conditionExpression("#version = :version")
            .expressionAttributeNames(Map.of("#version", "version"))
            .expressionAttributeValues(version(from)));
  }

  TransactWriteItem keptOut(Campaign from, Instant now) {
    var values = new HashMap<>(version(from));
    values.put(":now", text(Json.instant(now)));
    return write(
        from,
        Update.builder()
            .updateExpression(
                "SET keptOutSince = if_not_exists(keptOutSince, :now) ADD #version :one")
            .conditionExpression("#version = :version")
            .expressionAttributeNames(Map.of("#version", "version"))
            .expressionAttributeValues(values));
  }

  private static Map<String, AttributeValue> version(Campaign from) {
    return Map.of(":one", number(1), ":version", number(from.version()));
  }

  private TransactWriteItem write(Campaign campaign, Update.Builder update) {
    return TransactWriteItem.builder()
        .update(update.tableName(table).key(DynamoCampaignItem.meta(campaign.id())).build())
        .build();
  }
}
