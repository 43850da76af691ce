package clipdesk.accounts.verification;

import clipdesk.accounts.WireClients;
import clipdesk.common.localisation.Language;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class VerificationWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final VerificationId ID = new VerificationId("vf_0123456789abcdefghijkl");
  private static final String EMAIL = "ada@press.example";
  private static final String ITEM =
      """
      {"kind": {"S": "RESET"}, "phase": {"S": "PENDING"}, "username": {"S": "ada@press.example"},
       "email": {"S": "ada@press.example"}, "decoy": {"BOOL": false}, "language": {"S": "uk"},
       "returnTo": {"S": "/uk/"}, "termsVersion": {"S": ""}, "createdAt": {"N": "1767225600"},
       "sentAt": {"N": "1767225600"}, "expiresAt": {"N": "1767227400"}, "tries": {"N": "1"}}
      """;

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void verificationsAreAskedAsCommitted() throws IOException {
    var verifications = new DynamoVerifications(WireClients.dynamo(), WireClients.CONFIG);
    var begun = verification();

    wire.call("begin", () -> verifications.begin(ID, begun));
    wire.call("issued", () -> verifications.issued(ID, "sub-1", /* decoy= */ false, NOW));
    wire.answer("{\"Item\": " + ITEM + "}");
    wire.call("find", () -> verifications.find(ID));
    wire.answer("{\"Attributes\": " + ITEM + "}");
    wire.call(
        "count", () -> verifications.count(ID, Verification.Purpose.RESET, NOW.plusSeconds(1)));
    wire.answer("{\"Attributes\": " + ITEM + "}");
    wire.call("done", () -> verifications.done(ID, Optional.of("mac")));
    wire.answer("{\"Attributes\": " + ITEM + "}");
    wire.call("takeBack", () -> verifications.takeBack(ID));
    wire.answer("{\"Attributes\": " + ITEM + "}");
    wire.call("settled", () -> verifications.settled(ID));
    wire.answer("{\"Attributes\": " + ITEM + "}");
    wire.call("resent", () -> verifications.resent(ID, begun, NOW, Optional.of("mac")));

    wire.matches(DynamoVerifications.class);
  }

  private static Verification verification() {
    return new Verification(
        Verification.Purpose.CHANGE_ADDRESS,
        Verification.Phase.ISSUING,
        Optional.of("sub-1"),
        EMAIL,
        /* decoy= */ false,
        Language.UK,
        "/uk/a?t=1",
        Optional.of("Ada"),
        Optional.of("Le Fil"),
        Optional.of("2026-01"),
        Optional.of("mac"),
        NOW,
        NOW,
        /* tries= */ 2);
  }

  @Test
  void currentSignUpsAreAskedAsCommitted() throws IOException {
    var signUps = new DynamoCurrentSignUps(WireClients.dynamo(), WireClients.CONFIG);

    wire.call("put", () -> signUps.put(EMAIL, ID, NOW));
    wire.answer("{\"Item\": {\"currentId\": {\"S\": \"id-hash\"}}}");
    wire.call("supersede", () -> signUps.supersede(EMAIL, NOW));

    wire.matches(DynamoCurrentSignUps.class);
  }
}
