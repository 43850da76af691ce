package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DynamoConsentTest {
  @Test
  void consentsSortByTheirTimeWithinASecondToo() {
    var keys =
        Stream.of("2026-03-01T12:00:00Z", "2026-03-01T12:00:00.005Z", "2026-03-01T12:00:00.010Z")
            .map(Instant::parse)
            .map(DynamoConsentTest::key)
            .toList();

    assertThat(keys).isSorted();
  }

  private static String key(Instant at) {
    return DynamoConsent.item("SUB#s1", "granted", "form", "press", Optional.of("1"), at)
        .get("sk")
        .s();
  }
}
