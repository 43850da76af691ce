package clipdesk.newsletters.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.addresses.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every limit of mails that anybody may ask for does. */
abstract class ConfirmationLimitsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration LATEST_MAIL = Duration.ofSeconds(65);

  private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@press.example");

  abstract ConfirmationLimits limits();

  /** Of links to be forgotten by, as many as of confirmations. */
  abstract ConfirmationLimits erasures();

  @Test
  void oneInAQuarterOfAnHourPassesHoweverLateTheOneBeforeWasMailed() {
    var mailed = NOW.plus(LATEST_MAIL);
    assertThat(limits().pass(email, NOW)).isTrue();
    assertThat(limits().pass(email, mailed.plus(QUARTER).minusSeconds(1))).isFalse();
    assertThat(limits().pass(new EmailAddress("other-" + email.text()), NOW)).isTrue();
    assertThat(limits().pass(email, mailed.plus(QUARTER))).isTrue();
  }

  @Test
  void limitsOfTwoKindsOfMailKnowNothingOfEachOther() {
    assertThat(limits().pass(email, NOW)).isTrue();

    assertThat(erasures().pass(email, NOW)).isTrue();
    assertThat(erasures().pass(email, NOW.plusSeconds(1))).isFalse();
    erasures().giveBack(email, NOW);
    assertThat(limits().pass(email, NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void threeInADayPassAndNoFourth() {
    for (int hours = 0; hours < 3; hours++) {
      assertThat(limits().pass(email, NOW.plus(Duration.ofHours(hours)))).isTrue();
    }

    assertThat(limits().pass(email, NOW.plus(Duration.ofDays(1)).minusSeconds(1))).isFalse();
    assertThat(limits().pass(email, NOW.plus(Duration.ofDays(1)))).isTrue();
  }

  @Test
  void oneThatDidNotGoMakesRoomForAnother() {
    limits().pass(email, NOW.plusMillis(1));
    limits().giveBack(email, NOW.plusMillis(1));

    assertThat(limits().allows(email, NOW.plusSeconds(1))).isTrue();
    assertThat(limits().pass(email, NOW.plusSeconds(1))).isTrue();
    assertThat(limits().allows(email, NOW.plusSeconds(2))).isFalse();
    assertThat(limits().pass(email, NOW.plusSeconds(2))).isFalse();
  }

  @Test
  void oneThatIsGivenBackOnceMoreTakesNoOtherWithIt() {
    limits().pass(email, NOW);
    limits().giveBack(email, NOW);
    limits().pass(email, NOW.plusNanos(1));
    limits().giveBack(email, NOW);

    assertThat(limits().pass(email, NOW.plusSeconds(2))).isFalse();
  }
}
