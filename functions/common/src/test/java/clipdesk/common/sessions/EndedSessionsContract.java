package clipdesk.common.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.TickingClock;
import clipdesk.common.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of ended sessions does. */
public abstract class EndedSessionsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Instant SIGN_IN = NOW.minusSeconds(300);

  private final TickingClock clock = new TickingClock(NOW.toString());
  private final String ada = "ada-" + UUID.randomUUID();
  private final String here = "here-" + UUID.randomUUID();
  private final String elsewhere = "elsewhere-" + UUID.randomUUID();

  /** Both in one, or one that keeps what the other is asked for. */
  public record Keeper(EndedSessions sessions, SessionMarks marks) {}

  protected abstract Keeper keeper(InstantSource clock);

  @Test
  void nothingIsEndedThatNobodyHasEnded() {
    assertThat(ended(ada, here)).isFalse();
  }

  @Test
  void endedSessionEndsItsTokensAndNoOthers() {
    marks().sessionEnded(here);

    assertThat(ended(ada, here)).isTrue();
    assertThat(ended(ada, elsewhere)).isFalse();
    assertThat(keeper(clock).sessions().ended(caller(ada, Optional.empty(), SIGN_IN))).isFalse();
  }

  @Test
  void endedSessionsAreThoseOfEarlierSignIns() {
    marks().sessionsEnded(ada, SIGN_IN.plusSeconds(1));

    assertThat(ended(ada, here)).isTrue();
    assertThat(ended(ada, elsewhere)).isTrue();
    assertThat(keeper(clock).sessions().ended(caller(ada, Optional.empty(), SIGN_IN))).isTrue();
    assertThat(ended("bob-" + ada, here)).isFalse();
  }

  @Test
  void signInAtTheInstantItselfCounts() {
    marks().sessionsEnded(ada, SIGN_IN);

    assertThat(ended(ada, here)).isFalse();
  }

  @Test
  void earlierInstantThatComesLateTakesNothingBack() {
    marks().sessionsEnded(ada, SIGN_IN.plusSeconds(1));
    marks().sessionsEnded(ada, SIGN_IN.minusSeconds(60));

    assertThat(ended(ada, here)).isTrue();
  }

  @Test
  void laterInstantReplacesAnEarlierOne() {
    marks().sessionsEnded(ada, SIGN_IN.minusSeconds(60));
    marks().sessionsEnded(ada, SIGN_IN.plusSeconds(1));

    assertThat(ended(ada, here)).isTrue();
  }

  @Test
  void deletedAccountHasNoSessionWhateverComesAfterIt() {
    marks().accountDeleted(ada);
    marks().sessionsEnded(ada, SIGN_IN);
    marks().sessionEnded(elsewhere);

    assertThat(ended(ada, here)).isTrue();
    assertThat(keeper(clock).sessions().ended(caller(ada, Optional.of(here), NOW.plusSeconds(60))))
        .as("a sign-in while the word was on its way")
        .isTrue();
  }

  @Test
  void markIsBelievedForTwentyMinutesAndNoLonger() {
    marks().sessionEnded(here);
    marks().sessionsEnded(ada, SIGN_IN.plusSeconds(1));

    clock.pass(Duration.ofMinutes(20).minusSeconds(1));
    assertThat(ended(ada, here)).isTrue();
    assertThat(ended(ada, elsewhere)).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(ended(ada, here)).isFalse();
    assertThat(ended(ada, elsewhere)).isFalse();
  }

  @Test
  void deletionIsBelievedForEver() {
    marks().sessionsEnded(ada, SIGN_IN.plusSeconds(1));
    marks().accountDeleted(ada);

    clock.pass(Duration.ofDays(3650));
    marks().sessionsEnded(ada, SIGN_IN.minusSeconds(1));

    assertThat(ended(ada, here)).isTrue();
    assertThat(keeper(clock).sessions().ended(caller(ada, Optional.empty(), clock.instant())))
        .isTrue();
  }

  @Test
  void eventThatComesAgainIsBelievedAnew() {
    marks().accountDeleted(ada);
    clock.pass(Duration.ofHours(1));
    marks().accountDeleted(ada);

    assertThat(ended(ada, here)).isTrue();
  }

  private SessionMarks marks() {
    return keeper(clock).marks();
  }

  private boolean ended(String accountId, String family) {
    return keeper(clock).sessions().ended(caller(accountId, Optional.of(family), SIGN_IN));
  }

  private static Caller caller(String accountId, Optional<String> family, Instant signIn) {
    return new Caller(accountId, Set.of(), signIn, Optional.empty(), family);
  }
}
