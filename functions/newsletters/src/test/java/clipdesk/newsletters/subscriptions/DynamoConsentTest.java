package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DynamoConsentTest {
  /** Of one moment, too, and whatever the clock of whoever writes them says. */
  @Test
  void consentsSortByTheOrderInWhichTheyWereGiven() {
    assertThat(Stream.of(0, 1, 9, 10, 99, 100, 1000).map(DynamoConsentTest::key)).isSorted();
  }

  private static String key(int number) {
    var consent = Consent.withdrawn("form", List.of("press"), Instant.EPOCH);
    return DynamoConsent.item("s1", number, consent).get("sk").s();
  }
}
