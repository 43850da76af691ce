package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
          + " \"status\": {\"S\": \"active\"}}}";
  private static final Confirmation CONFIRMATION =
      new Confirmation(EMAIL, List.of("press"), Language.UK, "2026-01");

  private static final ConfirmationToMail CONFIRM =
      new ConfirmationToMail(EMAIL.text(), List.of("press"), "uk", "2026-01", NOW);
  private static final BatchToSend BATCH = new BatchToSend("c1", "0", List.of("s-1", "s-2"));

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void subscribersAreAskedAsCommitted() throws IOException {
    var keyed = new Keyed(() -> "known".getBytes(StandardCharsets.UTF_8));
    var subscribers =
        new DynamoSubscribers(WireClients.dynamo(), WireClients.CONFIG.table(), keyed);
    var ada = new Subscriber("s-1", Optional.of(EMAIL), Language.UK, "active");

    wire.call("ofAddress", () -> subscribers.ofAddress(EMAIL, Language.UK, NOW));
    wire.answer("{}")
        .answer("{}")
        .answer(400, Map.of(), "{\"__type\": \"ConditionalCheckFailedException\"}")
        .answer("{}")
        .answer("{\"Item\": {\"sid\": {\"S\": \"s-1\"}}}")
        .answer(PROFILE);
    wire.call("ofAddress: a lost race", () -> subscribers.ofAddress(EMAIL, Language.UK, NOW));
    wire.answer(PROFILE);
    wire.call("find", () -> subscribers.find("s-1"));
    wire.call("find: by the address", () -> subscribers.find(EMAIL));
    wire.call("forgetAccount", () -> subscribers.forgetAccount("sub-1"));
    wire.call("linkAccount", () -> subscribers.linkAccount("sub-1", "s-1"));
    wire.call("ofAccount", () -> subscribers.ofAccount("sub-1"));
    wire.call(
        "subscribe",
        () -> subscribers.subscribe(ada, "press", Language.UK, "form", "2026-01", NOW));
    wire.answer(400, Map.of(), REFUSED);
    wire.call(
        "subscribe: once more",
        () -> subscribers.subscribe(ada, "press", Language.UK, "form", "2026-01", NOW));
    wire.call("unsubscribe", () -> subscribers.unsubscribe("s-1", "press", "link", NOW));
    wire.call("topicsOf", () -> subscribers.topicsOf("s-1"));
    wire.answer("{}").answer(PROFILE);
    wire.call("erase", () -> subscribers.erase("s-1", NOW));
    wire.call("suppress", () -> subscribers.suppress("s-1", "bounce", NOW));

    wire.matches(DynamoSubscribers.class);
  }

  @Test
  void confirmationsAreAskedAsCommitted() throws IOException {
    var keyed = new Keyed(() -> "known".getBytes(StandardCharsets.UTF_8));
    var confirmations =
        new DynamoConfirmations(WireClients.dynamo(), WireClients.CONFIG.table(), keyed);

    wire.call("put", () -> confirmations.put("token-hash", CONFIRMATION, NOW));
    wire.call("find", () -> confirmations.find("token-hash", NOW));
    wire.answer(
        "{\"Items\": [{\"pk\": {\"S\": \"ADDR#x\"}, \"sk\": {\"S\": \"CONFIRM#token-hash\"}}]}");
    wire.call("forget", () -> confirmations.forget(EMAIL));

    wire.matches(DynamoConfirmations.class);
  }

  @Test
  void queuesAreAskedAsCommitted() throws IOException {
    var outgoing = new SqsOutgoing(WireClients::sqs, WireClients.CONFIG);

    wire.call("mail", () -> outgoing.mail(CONFIRM));
    wire.call("mailLater", () -> outgoing.mailLater(CONFIRM, Duration.ofMinutes(5)));
    wire.call("sendLater", () -> outgoing.sendLater(BATCH, Duration.ofMinutes(5)));
    wire.call("plan", () -> outgoing.plan(new BucketToPlan("c1", "0", Mode.PLAN)));
    wire.call("send", () -> outgoing.send(List.of(BATCH)));
    wire.call("plansIdle", outgoing::plansIdle);
    wire.call("sendsIdle", outgoing::sendsIdle);

    wire.matches(SqsOutgoing.class);
  }
}
