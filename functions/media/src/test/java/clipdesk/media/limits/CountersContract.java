package clipdesk.media.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kind of counter does. */
abstract class CountersContract {
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  private final String name = "test#" + UUID.randomUUID();

  abstract Counters counters();

  @Test
  void countsUpToTheLimitAndNotBeyond() {
    assertThat(counters().add(name, 2, 3, LATER)).isEmpty();
    assertThat(counters().add(name, 1, 3, LATER)).isEmpty();
    assertThat(counters().add(name, 1, 3, LATER)).hasValue(3);
  }

  @Test
  void aRefusedAmountIsNotCounted() {
    assertThat(counters().add(name, 2, 3, LATER)).isEmpty();
    assertThat(counters().add(name, 2, 3, LATER)).hasValue(2);
    assertThat(counters().add(name, 1, 3, LATER)).isEmpty();
  }

  @Test
  void anAmountAboveTheLimitIsRefusedAtOnce() {
    assertThat(counters().add(name, 4, 3, LATER)).hasValue(0);
    assertThat(counters().add(name, 3, 3, LATER)).isEmpty();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    assertThat(counters().add(name, 3, 3, LATER)).isEmpty();
    assertThat(counters().add(name, -3, 3, LATER)).isEmpty();
    assertThat(counters().add(name, 3, 3, LATER)).isEmpty();
  }

  @Test
  void twentyAtOnceCountFive() {
    long passed =
        IntStream.range(0, 20)
            .parallel()
            .filter(_ -> counters().add(name, 1, 5, LATER).isEmpty())
            .count();
    assertThat(passed).isEqualTo(5);
  }
}
