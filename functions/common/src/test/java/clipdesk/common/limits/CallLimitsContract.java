package clipdesk.common.limits;

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

/** What every counter of calls does. */
public abstract class CallLimitsContract {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant NOW = Instant.parse("2026-02-12T15:59:00Z");

  private final String place = UUID.randomUUID().toString();

  protected abstract CallLimits limits();

  @Test
  void limitIsTheLastThatPassesAndTheWindowEndsByTheClock() {
    for (int i = 0; i < 3; i++) {
      limits().count("mails", place, 3, HOUR, NOW);
    }

    var refusal = refusal(3, NOW);

    assertThat(refusal.members()).containsEntry("reason", "ip");
    assertThat(refusal.headers()).containsEntry("Retry-After", "60");
    assertThat(refusal(3, NOW.plusSeconds(59))).isNotNull();
    assertThatCode(() -> limits().count("mails", place, 3, HOUR, NOW.plusSeconds(60)))
        .doesNotThrowAnyException();
  }

  @Test
  void kindsAndPlacesCountApart() {
    limits().count("mails", place, 1, HOUR, NOW);

    assertThatCode(
            () -> {
              limits().count("sign-ins", place, 1, HOUR, NOW);
              limits().count("mails", "beside " + place, 1, HOUR, NOW);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void callThatIsGivenBackMakesRoomForAnother() {
    limits().count("mails", place, 1, HOUR, NOW);
    limits().giveBack("mails", place, HOUR, NOW);

    limits().count("mails", place, 1, HOUR, NOW);

    assertThat(refusal(1, NOW)).isNotNull();
  }

  @Test
  void asManyAsTheLimitPassAtOnce() throws Exception {
    try (var pool = Executors.newFixedThreadPool(20)) {
      var passed =
          pool.invokeAll(Collections.nCopies(20, () -> refusal(7, NOW) == null)).stream()
              .map(Future::resultNow)
              .filter(Boolean.TRUE::equals)
              .toList();
      assertThat(passed).hasSize(7);
    }
  }

  private ProblemException refusal(long limit, Instant now) {
    return catchThrowableOfType(
        ProblemException.class, () -> limits().count("mails", place, limit, HOUR, now));
  }
}
