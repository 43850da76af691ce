package clipdesk.common.aws;

import clipdesk.common.limits.SlidingLimits;
import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoSlidingLimitsWireTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SlidingLimits LIMITS =
      new SlidingLimits(List.of(new SlidingLimits.Allowance("hourly", 5, Duration.ofHours(1))));

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var client = AwsClients.client(DynamoDbClient.builder());
    var limits = new DynamoSlidingLimits(() -> client, "context-table", LIMITS);
    var key = Map.of("pk", AttributeValue.fromS("ADDR#hash"));

    wire.call("pass", () -> limits.pass(key, NOW));
    wire.answer("{\"Item\": {\"ver\": {\"N\": \"2\"}}}").answer("{}");
    wire.call("giveBack", () -> limits.giveBack(key, NOW));
    wire.call("times", () -> limits.times(key));

    wire.matches(DynamoSlidingLimits.class);
  }
}
