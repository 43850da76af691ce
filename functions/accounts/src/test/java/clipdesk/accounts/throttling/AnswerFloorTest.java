package clipdesk.accounts.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.accounts.AccountsConfigs;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerFloorTest {
  private final InstantTime time = new InstantTime();
  private final AnswerFloor floor = new AnswerFloor(AccountsConfigs.any(), time);

  @ParameterizedTest
  @CsvSource({"0, 1500", "300, 1500", "1500, 1500", "2000, 2000"})
  void whatMayMailTakesTheFloorOrItsOwnTime(long workMillis, long tookMillis) {
    floor.underEveryAnswer(work(workMillis));

    assertThat(Duration.ofNanos(time.nanos())).hasMillis(tookMillis);
  }

  @ParameterizedTest
  @CsvSource({"0, 800", "300, 800", "2000, 2000"})
  void refusalTakesTheFloorOrItsOwnTime(long workMillis, long tookMillis) {
    Supplier<Object> refusal =
        () -> {
          time.pass(Duration.ofMillis(workMillis));
          throw new IllegalStateException("no");
        };

    assertThatThrownBy(() -> floor.underRefusals(refusal)).hasMessage("no");
    assertThat(Duration.ofNanos(time.nanos())).hasMillis(tookMillis);
  }

  @Test
  void successTakesItsOwnTime() {
    floor.underRefusals(work(300));

    assertThat(Duration.ofNanos(time.nanos())).hasMillis(300);
  }

  private Supplier<String> work(long millis) {
    return () -> {
      time.pass(Duration.ofMillis(millis));
      return "done";
    };
  }
}
