package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.aws.DynamoPages;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Profile, consents, memberships and addresses as items of one table. */
public final class DynamoSubscribers implements Subscribers {
  private static final String STORE = "subscribers";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Keyed keyed;
  private final DynamoPeople people;
  private final DynamoAddresses addresses;

  public DynamoSubscribers(DynamoDbClient dynamo, String table, Keyed keyed) {
    this.dynamo = dynamo;
    this.table = table;
    this.keyed = keyed;
    this.people = new DynamoPeople(dynamo, table);
    this.addresses = new DynamoAddresses(dynamo, table, keyed);
  }

  @Override
  public Subscriber ofAddress(EmailAddress email, Language language, Instant now) {
    return DynamoPeople.untilWritten(
        () -> {
          var address = addresses.find(email);
          // Whether an address may be written to is not guessed: who cannot be read is an error.
          return address
              .holder()
              .flatMap(people::profile)
              .map(DynamoProfile::subscriber)
              .filter(it -> !it.status().equals(Standing.ERASED))
              .or(() -> make(email, address, language, now));
        });
  }

  /** Empty if somebody else made one at the same moment. */
  private Optional<Subscriber> make(
      EmailAddress email, DynamoAddress address, Language language, Instant now) {
    var id = UUID.randomUUID().toString();
    var consents = address.suppressed().map(it -> Consent.suppressed(it, now)).stream().toList();
    var standing = Standing.of(language, consents);
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(
        people.putNew(
            DynamoProfile.item(
                id, email, address.keys().getFirst(), standing, consents.size(), now)));
    writes.addAll(addresses.take(address, id, Optional.empty()));
    writes.addAll(people.records(id, /* before= */ 0, consents));
    return people.write(writes)
        ? Optional.of(new Subscriber(id, Optional.of(email), language, standing.status()))
        : Optional.empty();
  }

  @Override
  public Optional<Subscriber> find(String subscriberId) {
    return read(subscriberId, DynamoProfile::subscriber);
  }

  @Override
  public Optional<Standing> standing(String subscriberId) {
    return read(subscriberId, DynamoProfile::standing);
  }

  private <T> Optional<T> read(String id, Function<DynamoProfile, T> reading) {
    return people
        .present(id)
        .flatMap(it -> DynamoRow.read(STORE, it.item(), _ -> reading.apply(it)));
  }

  @Override
  public Optional<Subscriber> find(EmailAddress email) {
    return addresses
        .find(email)
        .holder()
        .flatMap(this::find)
        .filter(it -> !it.status().equals(Standing.ERASED));
  }

  @Override
  public void linkAccount(String accountId, String subscriberId) {
    var item = new HashMap<>(key("ACCT#" + accountId, "ACCT"));
    item.put("sid", text(subscriberId));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<Subscriber> ofAccount(String accountId) {
    return people
        .get(key("ACCT#" + accountId, "ACCT"))
        .flatMap(item -> DynamoRow.read(STORE, item, row -> row.text("sid")))
        .flatMap(this::find);
  }

  @Override
  public void forgetAccount(String accountId) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key("ACCT#" + accountId, "ACCT")));
  }

  @Override
  public boolean apply(String subscriberId, List<Consent> consents) {
    return apply(subscriberId, _ -> consents);
  }

  @Override
  public boolean apply(String subscriberId, Function<Standing, List<Consent>> consents) {
    return apply(subscriberId, consents, _ -> List.of());
  }

  private boolean apply(
      String id,
      Function<Standing, List<Consent>> following,
      Function<DynamoProfile, List<TransactWriteItem>> more) {
    return DynamoPeople.untilWritten(
        () -> {
          var profile = people.present(id);
          if (profile.isEmpty()) {
            return Optional.of(false);
          }
          var before = profile.get().standing();
          var consents = following.apply(before);
          var after = before.after(consents);
          if (after.equals(before)) {
            return Optional.of(false);
          }
          var writes =
              new ArrayList<>(
                  people.change(
                      profile.get(),
                      change(profile.get(), after),
                      after,
                      consents,
                      consents.getLast().at()));
          writes.addAll(more.apply(profile.get()));
          return people.write(writes) ? Optional.of(true) : Optional.empty();
        });
  }

  private static DynamoProfile.Change change(DynamoProfile profile, Standing after) {
    var change = profile.to(after);
    return after.status().equals(Standing.ERASED) ? change.withoutAddress() : change;
  }

  @Override
  public Page consents(String subscriberId, Optional<String> after, int limit) {
    var id = people.present(subscriberId).map(it -> it.subscriber().id()).orElse(subscriberId);
    var pk = "SUB#" + id;
    var answer =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(limit)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :consent)")
                    .expressionAttributeValues(
                        Map.of(":pk", text(pk), ":consent", text(DynamoConsent.PREFIX)))
                    .exclusiveStartKey(DynamoPages.from(after.map(it -> key(pk, it)))));
    var consents =
        answer.items().stream()
            .flatMap(item -> DynamoRow.read(STORE, item, DynamoConsent::read).stream())
            .toList();
    return new Page(
        consents, DynamoPages.next(answer.lastEvaluatedKey()).map(it -> it.get("sk").s()));
  }

  @Override
  public Optional<String> erase(String subscriberId, String source, Instant now) {
    apply(subscriberId, Consent.erased(source, now));
    return people.present(subscriberId).flatMap(DynamoProfile::addressKey);
  }

  @Override
  public void release(String subscriberId) {
    var erased =
        people.present(subscriberId).filter(it -> it.subscriber().status().equals(Standing.ERASED));
    if (erased.isEmpty() || erased.get().addressKey().isEmpty()) {
      return;
    }
    var id = erased.get().subscriber().id();
    addresses.release(erased.get().addressKey().get(), id);
    // Last: a release that stopped finds by it what is left.
    dynamo.updateItem(
        update ->
            update.tableName(table).key(DynamoProfile.key(id)).updateExpression("REMOVE emailKey"));
  }

  @Override
  public void suppress(String subscriberId, String reason, Instant now) {
    apply(
        subscriberId,
        _ -> List.of(Consent.suppressed(reason, now)),
        profile ->
            profile
                .addressKey()
                .or(() -> profile.subscriber().email().map(keyed::address))
                .map(it -> addresses.suppress(it, reason, now))
                .stream()
                .toList());
  }

  @Override
  public void suppressAddress(String addressKey, String reason, Instant now) {
    people.write(List.of(addresses.suppress(addressKey, reason, now)));
    addresses.holder(addressKey).ifPresent(it -> suppress(it, reason, now));
  }

  @Override
  public void lift(String subscriberId, String proof, Instant now) {
    // The person last: whoever is still marked there is lifted by the next try.
    find(subscriberId).flatMap(Subscriber::email).ifPresent(addresses::lift);
    apply(subscriberId, Consent.lifted(Standing.OPERATOR, now).provenBy(proof));
  }

  @Override
  public void move(String subscriberId, EmailAddress to, Instant now) {
    new DynamoMove(people, addresses).move(subscriberId, to, now);
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }
}
