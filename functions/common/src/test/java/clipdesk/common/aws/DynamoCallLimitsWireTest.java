package clipdesk.common.aws;

import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoCallLimitsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var client = AwsClients.client(DynamoDbClient.builder());
    var limits = new DynamoCallLimits(() -> client, "context-table", Map.of());

    wire.call("count", () -> limits.count("mail", "192.0.2.1", 20, HOUR, NOW));
    wire.call("giveBack", () -> limits.giveBack("mail", "192.0.2.1", HOUR, NOW));

    wire.matches(DynamoCallLimits.class);
  }
}
