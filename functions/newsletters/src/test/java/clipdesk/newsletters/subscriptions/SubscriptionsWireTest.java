package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.KeyRing;
import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import clipdesk.contracts.newsletters.AddressesToRekey.Row;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SubscriptionsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final EmailAddress EMAIL = new EmailAddress("ada@press.example");
  private static final String REFUSED =
      "{\"__type\": \"TransactionCanceledException\", \"CancellationReasons\": [{\"Code\":"
          + " \"ConditionalCheckFailed\"}, {\"Code\": \"None\"}, {\"Code\": \"None\"}]}";
  private static final String PROFILE =
      "{\"Item\": {\"email\": {\"S\": \"ada@press.example\"}, \"language\": {\"S\": \"uk\"},"
          + " \"emailKey\": {\"S\": \"key-1\"}, \"status\": {\"S\": \"active\"},"
          + " \"topics\": {\"M\": {\"other\": {\"S\": \"on\"}}}}}";
  private static final String ERASED =
      "{\"Item\": {\"emailKey\": {\"S\": \"key-1\"}, \"language\": {\"S\": \"uk\"},"
          + " \"status\": {\"S\": \"erased\"}, \"topics\": {\"M\": {}}}}";
  private static final String LOCK = "{\"Item\": {\"sid\": {\"S\": \"s-1\"}}}";
  private static final Confirmation CONFIRMATION =
      new Confirmation(EMAIL, List.of("press"), Language.UK, "2026-01", NOW);

  private static final ConfirmationToMail CONFIRM =
      new ConfirmationToMail(EMAIL.text(), List.of("press"), "uk", "2026-01", NOW);
  private static final BatchToSend BATCH = new BatchToSend("c1", "0", List.of("s-1", "s-2"));

  private static final BatchToSend OTHER = new BatchToSend("c1", "1", List.of("s-3"));

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void subscribersAreAskedAsCommitted() throws IOException {
    var subscribers =
        new DynamoSubscribers(WireClients.dynamo(), WireClients.CONFIG.table(), TestKeys.keyed());
    var granted = Consent.granted("form", List.of("press"), Language.UK, NOW);
    var shown = granted.showing(new Consent.ShownText("2026-01", Language.UK, "abc"));

    wire.answer("{}").answer("{}");
    wire.call("ofAddress", () -> subscribers.ofAddress(EMAIL, Language.UK, NOW));
    wire.answer("{}").answer(400, Map.of(), REFUSED).answer(LOCK).answer(PROFILE);
    wire.call("ofAddress: a lost race", () -> subscribers.ofAddress(EMAIL, Language.UK, NOW));
    wire.answer(PROFILE);
    wire.call("find", () -> subscribers.find("s-1"));
    wire.answer(LOCK).answer(PROFILE);
    wire.call("find: by the address", () -> subscribers.find(EMAIL));
    wire.call("forgetAccount", () -> subscribers.forgetAccount("sub-1"));
    wire.call("linkAccount", () -> subscribers.linkAccount("sub-1", "s-1"));
    wire.call("ofAccount", () -> subscribers.ofAccount("sub-1"));
    wire.answer(PROFILE);
    wire.call("apply", () -> subscribers.apply("s-1", shown));
    wire.answer(PROFILE);
    wire.call(
        "apply: nothing",
        () -> subscribers.apply("s-1", Consent.withdrawn("x", List.of("y"), NOW)));
    wire.answer(PROFILE);
    wire.call(
        "apply: another language",
        () -> subscribers.apply("s-1", Consent.languageChanged("x", Language.FR, NOW)));
    wire.answer(PROFILE);
    wire.call("standing", () -> subscribers.standing("s-1"));
    wire.answer(PROFILE);
    wire.call("consents", () -> subscribers.consents("s-1", Optional.of("CONSENT#x"), 20));
    wire.answer(PROFILE).answer("{}").answer(PROFILE);
    wire.call("erase", () -> subscribers.erase("s-1", "account-page", NOW));
    wire.answer(ERASED);
    wire.call("release", () -> subscribers.release("s-1"));
    wire.answer(PROFILE);
    wire.call("suppress", () -> subscribers.suppress("s-1", "bounce", NOW));
    wire.call("suppressAddress", () -> subscribers.suppressAddress("key-1", "bounce", NOW));
    wire.answer(PROFILE).answer("{}").answer(PROFILE);
    wire.call("lift", () -> subscribers.lift("s-1", "operator:eve", NOW));
    wire.answer(PROFILE).answer(LOCK).answer("{}");
    wire.call("move", () -> subscribers.move("s-1", new EmailAddress("new@press.example"), NOW));

    wire.matches(DynamoSubscribers.class);
  }

  @Test
  void addressesUnderTwoKeysAreAskedAsCommitted() throws IOException {
    var keys = new Keyed(() -> KeyRing.of("{\"k1\":\"known\",\"k2\":\"new\"}"));
    var table = WireClients.CONFIG.table();
    var addresses = new DynamoAddresses(WireClients.dynamo(), table, keys);
    var people = new DynamoPeople(WireClients.dynamo(), table);

    wire.answer("{\"Responses\": [{}, {}]}");
    wire.call("find", () -> addresses.find(EMAIL));
    var underOne = new DynamoAddresses(WireClients.dynamo(), table, TestKeys.keyed());
    wire.call("find: one key", () -> underOne.find(EMAIL));
    wire.call("holder", () -> addresses.holder("key-1"));
    wire.answer(400, Map.of(), "{\"__type\": \"ConditionalCheckFailedException\"}");
    wire.call("release", () -> addresses.release("key-1", "s-1"));
    wire.call("lift", () -> addresses.lift(EMAIL));

    wire.matches(DynamoAddresses.class);

    var nobody = new DynamoAddress(List.of("k2", "k1"), List.of(Map.of(), Map.of()));
    wire.call("get", () -> people.get(DynamoProfile.key("s-1")));
    wire.call("write", () -> people.write(addresses.take(nobody, "s-1", Optional.of("complaint"))));

    wire.matches(DynamoPeople.class);
  }

  @Test
  void keysOfAddressesAreAskedAsCommitted() throws IOException {
    var keyed = new Keyed(() -> KeyRing.of("{\"k1\":\"known\",\"k2\":\"new\"}"));
    var keys = new DynamoAddressKeys(WireClients.dynamo(), WireClients.CONFIG.table(), keyed);

    wire.call("page", () -> keys.page(Optional.of(new Row("SUB#s-1", "PROFILE"))));
    wire.answer(PROFILE)
        .answer(
            "{\"Responses\": [{}, {\"Item\": {\"sid\": {\"S\": \"s-1\"}, \"suppressed\": {\"S\":"
                + " \"bounce\"}, \"suppressedAt\": {\"S\": \"2026-03-01T12:00:00.000Z\"}}}]}");
    wire.call("rekey", () -> keys.rekey("s-1"));

    wire.matches(DynamoAddressKeys.class);
  }

  @Test
  void rollsAndToldTextsAreAskedAsCommitted() throws IOException {
    var table = WireClients.CONFIG.table();
    var rolls = new DynamoRolls(WireClients.dynamo(), table);
    var texts = new DynamoToldTexts(WireClients.dynamo(), table);

    wire.call("page", () -> rolls.page("press", "a", Optional.of("s-1"), 500));
    wire.matches(DynamoRolls.class);

    wire.call("keep", () -> texts.keep("Mail me", Language.EN));
    wire.call("find", () -> texts.find(new Consent.ShownText("told", Language.EN, "abc")));
    wire.matches(DynamoToldTexts.class);
  }

  @Test
  void topicsAreAskedAsCommitted() throws IOException {
    var topics = new DynamoTopics(WireClients.dynamo(), WireClients.CONFIG.table());
    var words = new EnumMap<Language, Topic.Words>(Language.class);
    for (var language : Language.values()) {
      words.put(language, new Topic.Words("Name", "Description"));
    }
    var topic = new Topic("press", words, ConsentText.OURS, /* open= */ true, /* version= */ 2);

    wire.call("all", topics::all);
    wire.call("text", () -> topics.text("press", "2026-01"));
    wire.call("put", () -> topics.put(topic));

    wire.matches(DynamoTopics.class);
  }

  @Test
  void confirmationsAreAskedAsCommitted() throws IOException {
    var confirmations =
        new DynamoConfirmations(WireClients.dynamo(), WireClients.CONFIG.table(), TestKeys.keyed());

    wire.call("put", () -> confirmations.put("token-hash", CONFIRMATION, NOW));
    wire.call("find", () -> confirmations.find("token-hash", NOW));
    wire.answer(
        "{\"Items\": [{\"pk\": {\"S\": \"ADDR#x\"}, \"sk\": {\"S\": \"CONFIRM#token-hash\"}}]}");
    wire.call("forget", () -> confirmations.forget(EMAIL));
    wire.call("forget: by the key", () -> confirmations.forget("key-1"));
    wire.call("unused", () -> confirmations.unused("token-hash"));
    wire.call("use", () -> confirmations.use("token-hash", NOW));

    wire.matches(DynamoConfirmations.class);
  }

  /** Three rounds; then whoever sends begins anew, and hints may come twice. */
  @Test
  void messageThatIsRefusedAgainAndAgainFailsTheCall() {
    var outgoing = new SqsOutgoing(WireClients::sqs, WireClients.CONFIG);
    for (int round = 0; round < 3; round++) {
      wire.answer("{\"Failed\": [%s]}".formatted(refused("0")));
    }

    wire.call(
        "send",
        () ->
            assertThatThrownBy(() -> outgoing.send(List.of(BATCH)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 messages"));
  }

  private static String refused(String id) {
    return "{\"Id\": \"%s\", \"Code\": \"InternalError\", \"SenderFault\": false}".formatted(id);
  }

  @Test
  void queuesAreAskedAsCommitted() throws IOException {
    var outgoing = new SqsOutgoing(WireClients::sqs, WireClients.CONFIG);

    wire.call("mail", () -> outgoing.mail(CONFIRM));
    wire.call("mailLater", () -> outgoing.mailLater(CONFIRM, Duration.ofMinutes(5)));
    wire.call("ask", () -> outgoing.ask(CONFIRM));
    wire.call("sendLater", () -> outgoing.sendLater(BATCH, Duration.ofMinutes(5)));
    wire.call("plan", () -> outgoing.plan(new BucketToPlan("c1", "0", Mode.PLAN)));
    wire.call("send", () -> outgoing.send(List.of(BATCH)));
    wire.answer("{\"Failed\": [%s]}".formatted(refused("1")));
    wire.call("send: one refused", () -> outgoing.send(List.of(BATCH, OTHER, BATCH)));
    wire.call("plansIdle", outgoing::plansIdle);
    wire.call("sendsIdle", outgoing::sendsIdle);

    wire.matches(SqsOutgoing.class);
  }
}
