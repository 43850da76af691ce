package clipdesk.common.aws;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.limits.SlidingLimits;
import clipdesk.common.limits.SlidingLimits.Allowance;
import clipdesk.common.limits.SlidingLimits.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoSlidingLimitsIT {
  @RegisterExtension static final LocalTable TABLE = new LocalTable("pk", "sk");
  private static final Instant NOW = Instant.parse("2026-02-12T12:00:00Z");

  private final Map<String, AttributeValue> key =
      Map.of(
          "pk", AttributeValue.fromS("ADDR#" + UUID.randomUUID()),
          "sk", AttributeValue.fromS("ASKS"));
  private final DynamoSlidingLimits limits =
      new DynamoSlidingLimits(
          TABLE::dynamo,
          TABLE.name(),
          SlidingLimits.of(new Allowance("cool-down", 1, Duration.ofMinutes(15))));

  @Test
  void whatPassedIsRememberedAndWhatIsGivenBackIsNot() {
    assertThat(limits.pass(key, NOW)).isEmpty();
    assertThat(limits.pass(key, NOW.plusSeconds(1)))
        .contains(new Refusal("cool-down", Duration.ofSeconds(899)));
    assertThat(limits.times(key)).containsExactly(NOW);

    limits.giveBack(key, NOW);

    assertThat(limits.times(key)).isEmpty();
    assertThat(limits.pass(key, NOW.plusSeconds(2))).isEmpty();
  }

  @Test
  void oneOfTwentyAtOncePasses() throws Exception {
    try (var pool = Executors.newFixedThreadPool(20)) {
      assertThat(
              pool
                  .invokeAll(Collections.nCopies(20, () -> limits.pass(key, NOW).isEmpty()))
                  .stream()
                  .map(Future::resultNow)
                  .filter(Boolean.TRUE::equals))
          .hasSize(1);
    }
  }
}
