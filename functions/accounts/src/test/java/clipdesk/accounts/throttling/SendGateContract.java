package clipdesk.accounts.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.common.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every gate for code mails does; the rules themselves are those of {@link SendLimits}. */
abstract class SendGateContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");

  private final String email = UUID.randomUUID() + "@press.example";

  abstract SendGate gate();

  @Test
  void mailsThatPassedAreRemembered() {
    gate().pass(email, NOW);
    gate().pass(email, NOW.plusSeconds(60));

    assertThat(gate().sends(email)).containsExactly(NOW, NOW.plusSeconds(60));
    assertThat(gate().sends("nobody-" + email)).isEmpty();
  }

  @Test
  void refusalSaysWhyAndUntilWhen() {
    gate().pass(email, NOW);

    var refusal = refusal(NOW.plusSeconds(59));

    assertThat(refusal.members()).containsEntry("reason", "cool-down");
    assertThat(refusal.headers()).containsEntry("Retry-After", "1");
    assertThat(gate().sends(email)).as("a refusal is no mail").hasSize(1);
  }

  @Test
  void fiveInAnHourPassAndNoSixth() {
    for (int minutes = 0; minutes < 5; minutes++) {
      gate().pass(email, NOW.plus(Duration.ofMinutes(minutes)));
    }

    assertThat(refusal(NOW.plus(Duration.ofMinutes(5))).members())
        .containsEntry("reason", "hourly");
  }

  @Test
  void addressesDoNotWaitForEachOther() {
    gate().pass(email, NOW);

    assertThatCode(() -> gate().pass("other-" + email, NOW)).doesNotThrowAnyException();
  }

  @Test
  void oneOfTenAtOncePasses() throws Exception {
    try (var pool = Executors.newFixedThreadPool(10)) {
      var passed =
          pool.invokeAll(Collections.nCopies(10, () -> refusal(NOW) == null)).stream()
              .map(Future::resultNow)
              .filter(Boolean.TRUE::equals)
              .toList();
      assertThat(passed).hasSize(1);
    }
    assertThat(gate().sends(email)).containsExactly(NOW);
  }

  private ProblemException refusal(Instant now) {
    return catchThrowableOfType(ProblemException.class, () -> gate().pass(email, now));
  }
}
