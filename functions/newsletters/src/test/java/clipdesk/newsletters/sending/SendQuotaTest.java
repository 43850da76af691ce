package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import clipdesk.newsletters.sending.AccountQuota.Figures;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SendQuotaTest {
  private final TickingClock clock = new TickingClock("2026-02-12T15:00:00Z");
  private Figures figures = new Figures(14, 50_000, 0);
  private int asked;

  @Test
  void withoutParametersTheAccountsOwnFiguresCount() {
    var quota = quota(OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(quota.mailsPerSecond()).isEqualTo(14);
    assertThat(quota.usedUp()).isFalse();

    figures = new Figures(50, 50_000, 50_000);
    assertThat(quota.mailsPerSecond()).as("within a minute").isEqualTo(14);
    clock.pass(Duration.ofMinutes(1));

    assertThat(quota.mailsPerSecond()).isEqualTo(50);
    assertThat(quota.usedUp()).isTrue();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void parametersComeBeforeTheAccount() {
    var quota = quota(OptionalDouble.of(2), OptionalDouble.of(100));
    figures = new Figures(14, 50_000, 99);

    assertThat(quota.mailsPerSecond()).isEqualTo(2);
    assertThat(quota.usedUp()).isFalse();
    quota.sent();
    assertThat(quota.usedUp()).as("our own mails count at once").isTrue();
  }

  @Test
  void mailsOfAllThreadsCount() throws InterruptedException {
    int mails = 400_000;
    figures = new Figures(14, mails, 0);
    var quota = quota(OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(quota.usedUp()).isFalse();
    var threads =
        Stream.generate(
                () -> new Thread(() -> IntStream.range(0, mails / 4).forEach(_ -> quota.sent())))
            .limit(4)
            .toList();

    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }

    assertThat(quota.usedUp()).isTrue();
  }

  @Test
  void accountWithoutALimitIsNeverUsedUp() {
    figures = new Figures(500, -1, 1_000_000);

    assertThat(quota(OptionalDouble.empty(), OptionalDouble.empty()).usedUp()).isFalse();
  }

  @Test
  void refusalIsBelievedForAMinute() {
    var quota = quota(OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(quota.usedUp()).isFalse();

    quota.refused();
    assertThat(quota.usedUp()).isTrue();
    clock.pass(Duration.ofMinutes(1));

    assertThat(quota.usedUp()).isFalse();
  }

  private SendQuota quota(OptionalDouble perSecond, OptionalDouble perDay) {
    return new SendQuota(
        () -> {
          asked++;
          return figures;
        },
        perSecond,
        perDay,
        clock);
  }
}
