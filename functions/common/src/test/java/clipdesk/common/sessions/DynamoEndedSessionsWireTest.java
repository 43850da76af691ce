package clipdesk.common.sessions;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.identity.Caller;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoEndedSessionsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Caller CALLER =
      new Caller("account-1", Set.of(), NOW, Optional.empty(), Optional.of("family-1"));

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var client = AwsClients.client(DynamoDbClient.builder());
    var sessions = new DynamoEndedSessions(() -> client, "context-table", InstantSource.fixed(NOW));

    wire.answer(
        """
        {"Responses": {}, "UnprocessedKeys": {}}
        """);
    wire.call("ended", () -> sessions.ended(CALLER));
    wire.call("sessionEnded", () -> sessions.sessionEnded("family-1"));
    wire.call("sessionsEnded", () -> sessions.sessionsEnded("account-1", NOW));
    wire.call("accountDeleted", () -> sessions.accountDeleted("account-1"));

    var alone =
        DynamoEndedSessions.withoutSortKey(() -> client, "context-table", InstantSource.fixed(NOW));
    wire.answer(
        """
        {"Responses": {}, "UnprocessedKeys": {}}
        """);
    wire.call("ended: without sort keys", () -> alone.ended(CALLER));
    wire.call("sessionEnded: without sort keys", () -> alone.sessionEnded("family-1"));

    wire.matches(DynamoEndedSessions.class);
  }
}
