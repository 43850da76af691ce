package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.MimeMail;
import clipdesk.common.mail.WrittenMail;
import clipdesk.common.wire.RecordedWire;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SendingWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void mailerAsksWhatIsCommitted() throws IOException {
    var mailer = new SesMailer(WireClients.CONFIG);
    var mail =
        new MimeMail(
            "news@clipdesk.example",
            "Рада",
            new EmailAddress("ada@press.example"),
            Language.UK,
            new WrittenMail("Новини", "Привіт", "<p>Привіт</p>"),
            Map.of(
                "Reply-To", "desk@clipdesk.example",
                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));

    wire.call("send", () -> mailer.send(mail.to(), mail.bytes(), Map.of("campaignId", "c-1")));

    wire.matches(SesMailer.class);
  }

  @Test
  void quotaIsAskedForAsCommitted() throws IOException {
    var quota = new SesAccountQuota();

    wire.answer(
        "<GetSendQuotaResponse><GetSendQuotaResult><MaxSendRate>14</MaxSendRate>"
            + "<Max24HourSend>50000</Max24HourSend><SentLast24Hours>1</SentLast24Hours>"
            + "</GetSendQuotaResult></GetSendQuotaResponse>");
    wire.call("read", quota::read);

    wire.matches(SesAccountQuota.class);
  }

  @Test
  void quotaIsKeptAndReadAsCommitted() throws IOException {
    var quota = new DynamoAccountQuota(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("keep", () -> quota.keep(new AccountQuota.Figures(14, 50_000, 1), NOW));
    wire.call("read", quota::read);

    wire.matches(DynamoAccountQuota.class);
  }

  @Test
  void mailsAreNotedAsCommitted() throws IOException {
    var once = new DynamoSentOnce(WireClients.dynamo(), WireClients.CONFIG.table());

    wire.call("begun", () -> once.begun("act-1#en"));
    wire.call("take", () -> once.take("act-1#en", NOW));
    wire.call("giveBack", () -> once.giveBack("act-1#en", NOW));

    wire.matches(DynamoSentOnce.class);
  }

  @Test
  void setbacksAreCountedAsCommitted() throws IOException {
    var setbacks = new DynamoSetbacks(WireClients.dynamo(), WireClients.CONFIG.table());
    var run = StartedCampaign.ports().campaigns().find(SimulatedWorld.ID).orElseThrow();

    wire.answer("{\"Attributes\": {\"unknown\": {\"N\": \"2\"}}}");
    wire.call("add: unknown", () -> setbacks.add(run, Setbacks.Kind.UNKNOWN));
    wire.answer("{\"Attributes\": {\"refused\": {\"N\": \"2\"}}}");
    wire.call("add: refused", () -> setbacks.add(run, Setbacks.Kind.REFUSED));
    wire.answer(
        400,
        Map.of(),
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\"}");
    wire.answer("{\"Attributes\": {\"refused\": {\"N\": \"1\"}}}");
    wire.call("add: the first of a run", () -> setbacks.add(run, Setbacks.Kind.REFUSED));
    wire.call("answered", () -> setbacks.answered(run));
    wire.call("over", () -> setbacks.over(run));

    wire.matches(DynamoSetbacks.class);
  }

  @Test
  void paceAsksWhatIsCommitted() throws IOException {
    var pace =
        new DynamoPace(
            WireClients.dynamo(),
            WireClients.CONFIG.table(),
            () -> 10,
            /* share= */ 0.97,
            InstantSource.fixed(NOW));

    wire.answer(
        400,
        Map.of(),
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\"}");
    wire.answer("{\"Attributes\": {\"tat\": {\"N\": \"1772366400000000\"}}}");
    wire.call("reserve", () -> pace.reserve(5, NOW.plusSeconds(35)));
    wire.answer(
        400,
        Map.of(),
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
            + " \"Item\": {\"tat\": {\"N\": \"1772366440000000\"}}}");
    wire.call("reserveBy", () -> pace.reserveBy(NOW.plusSeconds(35)));
    wire.answer("{\"Attributes\": {\"tat\": {\"N\": \"1772366400000000\"}}}");
    wire.call("slowDown", () -> pace.slowDown(Duration.ofSeconds(1)));

    wire.matches(DynamoPace.class);
  }
}
