package clipdesk.accounts.sessions;

import static clipdesk.common.aws.DynamoValues.names;
import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.accounts.table.DynamoKeys;
import clipdesk.common.aws.DynamoConditions;
import clipdesk.common.json.Members;
import clipdesk.common.stored.DynamoRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sessions as items {@code SESSION#id}, with an index by account. */
public final class DynamoSessions implements Sessions, OwnSessions {
  private static final String INDEX = "account";

  private static final Duration KEPT = Session.LIFE.plusDays(1);

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoSessions(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void open(Session session) {
    var item = new HashMap<>(pk(session.id()));
    item.put("account", text(session.sub()));
    session.tokenFamily().ifPresent(family -> item.put("tokenFamily", text(family)));
    item.put("startedAt", time(session.startedAt()));
    item.put("usedAt", time(session.usedAt()));
    item.put("network", text(session.device().network()));
    session.device().userAgent().ifPresent(agent -> item.put("userAgent", text(agent)));
    item.put("ttl", time(session.startedAt().plus(KEPT)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<Session> find(SessionId id) {
    var item = dynamo.getItem(get -> get.tableName(table).key(pk(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : session(item);
  }

  @Override
  public boolean used(SessionId id, Optional<String> tokenFamily, Instant now) {
    var values = new HashMap<>(Map.of(":now", time(now)));
    tokenFamily.ifPresent(family -> values.put(":family", text(family)));
    var set = tokenFamily.isPresent() ? ", #tokenFamily = :family" : " REMOVE #tokenFamily";
    return DynamoConditions.hold(
        () ->
            dynamo.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(pk(id))
                        .updateExpression("SET #usedAt = :now" + set)
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(names("usedAt", "tokenFamily"))
                        .expressionAttributeValues(values)));
  }

  @Override
  public void close(SessionId id) {
    delete(pk(id));
  }

  @Override
  public Page of(String sub, Instant from, int limit, Map<String, String> after) {
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .indexName(INDEX)
                    .keyConditionExpression("account = :account AND startedAt >= :from")
                    .expressionAttributeValues(Map.of(":account", text(sub), ":from", time(from)))
                    .scanIndexForward(false)
                    .limit(limit)
                    .exclusiveStartKey(after.isEmpty() ? null : startKey(after)));
    var last = answer.lastEvaluatedKey();
    return new Page(
        answer.items().stream().map(DynamoSessions::session).flatMap(Optional::stream).toList(),
        last.isEmpty()
            ? Map.of()
            : Map.of(
                "pk", last.get("pk").s(),
                "account", last.get("account").s(),
                "startedAt", last.get("startedAt").n()));
  }

  @Override
  public void forget(String sub) {
    dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName(INDEX)
                    .keyConditionExpression("account = :account")
                    .projectionExpression("pk")
                    .expressionAttributeValues(Map.of(":account", text(sub))))
        .items()
        .forEach(item -> delete(DynamoKeys.of(item.get("pk").s())));
  }

  private void delete(Map<String, AttributeValue> key) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key));
  }

  /** Where it cannot be read it is over: nobody could tell whose it is, or since when. */
  private static Optional<Session> session(Map<String, AttributeValue> item) {
    return DynamoRow.read("sessions", item, DynamoSessions::session);
  }

  private static Session session(Members row) {
    return new Session(
        row.text("pk", pk -> SessionId.of(DynamoKeys.sessionId(pk))),
        row.text("account"),
        row.optionalText("tokenFamily"),
        row.second("startedAt"),
        row.second("usedAt"),
        new Device(row.text("network"), row.optionalText("userAgent")));
  }

  private static Map<String, AttributeValue> startKey(Map<String, String> after) {
    return Map.of(
        "pk", text(after.get("pk")),
        "account", text(after.get("account")),
        "startedAt", number(Long.parseLong(after.get("startedAt"))));
  }

  private static Map<String, AttributeValue> pk(SessionId id) {
    return DynamoKeys.session(id.text());
  }
}
