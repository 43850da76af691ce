package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.DynamoPages;
import clipdesk.contracts.newsletters.AddressesToRekey.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Goes through the whole table: nothing else leads to people who never had a topic. */
public final class DynamoAddressKeys implements AddressKeys {
  private static final String PERSON = "SUB#";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Keyed keyed;
  private final DynamoPeople people;
  private final DynamoAddresses addresses;

  public DynamoAddressKeys(DynamoDbClient dynamo, String table, Keyed keyed) {
    this.dynamo = dynamo;
    this.table = table;
    this.keyed = keyed;
    this.people = new DynamoPeople(dynamo, table);
    this.addresses = new DynamoAddresses(dynamo, table, keyed);
  }

  @Override
  public String newest() {
    return keyed.newest();
  }

  @Override
  public Page page(Optional<Row> after) {
    var answer =
        dynamo.scan(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression(
                        "attribute_exists(emailKey) AND attribute_exists(email)"
                            + " OR attribute_exists(suppressed) AND attribute_not_exists(sid)")
                    .projectionExpression("pk, sk")
                    .select(Select.SPECIFIC_ATTRIBUTES)
                    .exclusiveStartKey(DynamoPages.from(after.map(DynamoAddressKeys::key))));
    var found = answer.items().stream().map(it -> it.get("pk").s()).toList();
    var ids =
        found.stream()
            .filter(it -> it.startsWith(PERSON))
            .map(it -> it.substring(PERSON.length()))
            .toList();
    return new Page(
        ids,
        found.size() - ids.size(),
        DynamoPages.next(answer.lastEvaluatedKey())
            .map(it -> new Row(it.get("pk").s(), it.get("sk").s())));
  }

  private static Map<String, AttributeValue> key(Row row) {
    return Map.of("pk", text(row.partition()), "sk", text(row.sort()));
  }

  @Override
  public boolean rekey(String subscriberId) {
    return DynamoPeople.untilWritten(
        () -> {
          var writes = people.profile(subscriberId).map(this::writes).orElseGet(List::of);
          return writes.isEmpty() || people.write(writes)
              ? Optional.of(!writes.isEmpty())
              : Optional.empty();
        });
  }

  /** Nothing of somebody who is erased meanwhile, or whose address leads to somebody else. */
  private List<TransactWriteItem> writes(DynamoProfile profile) {
    var who = profile.subscriber();
    if (who.email().isEmpty()) {
      return List.of();
    }
    var address = addresses.find(who.email().get());
    var newest = address.keys().getFirst();
    boolean done = address.together() && profile.addressKey().filter(newest::equals).isPresent();
    if (done || address.holder().filter(it -> !it.equals(who.id())).isPresent()) {
      return List.of();
    }
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(
        people.update(profile.to(profile.standing()).withAddress(who.email().get(), newest)));
    writes.addAll(addresses.take(address, who.id(), Optional.empty()));
    return writes;
  }
}
