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

  protected abstract EndedSessions endedSessions(InstantSource clock);

  @Test
  void nothingIsEndedThatNobodyHasEnded() {
    assertThat(ended(ada, here)).isFalse();
  }

  @Test
  void endedSessionEndsItsTokensAndNoOthers() {
    sessions().sessionEnded(here);

    assertThat(ended(ada, here)).isTrue();
    assertThat(ended(ada, elsewhere)).isFalse();
    assertThat(sessions().ended(caller(ada, Optional.empty(), SIGN_IN))).isFalse();
  }

  @Test
  void endedSessionsAreThoseOfEarlierSignIns() {
    sessions().sessionsEnded(ada, SIGN_IN.plusSeconds(1));

    assertThat(ended(ada, here)).isTrue();
    assertThat(ended(ada, elsewhere)).isTrue();
    assertThat(sessions().ended(caller(ada, Optional.empty(), SIGN_IN))).isTrue();
    assertThat(ended("bob-" + ada, here)).isFalse();
  }

  @Test
  void signInAtTheInstantItselfCounts() {
    sessions().sessionsEnded(ada, SIGN_IN);

    assertThat(ended(ada, here)).isFalse();
  }

  @Test
  void earlierInstantThatComesLateTakesNothingBack() {
    sessions().sessionsEnded(ada, SIGN_IN.plusSeconds(1));
    sessions().sessionsEnded(ada, SIGN_IN.minusSeconds(60));

    assertThat(ended(ada, here)).isTrue();
  }

  @Test
  void laterInstantReplacesAnEarlierOne() {
    sessions().sessionsEnded(ada, SIGN_IN.minusSeconds(60));
    sessions().sessionsEnded(ada, SIGN_IN.plusSeconds(1));

    assertThat(ended(ada, here)).isTrue();
  }

  @Test
  void deletedAccountHasNoSessionWhateverComesAfterIt() {
    sessions().accountDeleted(ada);
    sessions().sessionsEnded(ada, SIGN_IN);
    sessions().sessionEnded(elsewhere);

    assertThat(ended(ada, here)).isTrue();
    assertThat(sessions().ended(caller(ada, Optional.of(here), NOW.plusSeconds(60))))
        .as("a sign-in while the word was on its way")
        .isTrue();
  }

  @Test
  void markIsBelievedForTwentyMinutesAndNoLonger() {
    sessions().sessionEnded(here);
    sessions().sessionsEnded(ada, SIGN_IN.plusSeconds(1));

    clock.pass(Duration.ofMinutes(20).minusSeconds(1));
    assertThat(ended(ada, here)).isTrue();
    assertThat(ended(ada, elsewhere)).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(ended(ada, here)).isFalse();
    assertThat(ended(ada, elsewhere)).isFalse();
  }

  @Test
  void deletionIsBelievedForEver() {
    sessions().sessionsEnded(ada, SIGN_IN.plusSeconds(1));
    sessions().accountDeleted(ada);

    clock.pass(Duration.ofDays(3650));
    sessions().sessionsEnded(ada, SIGN_IN.minusSeconds(1));

    assertThat(ended(ada, here)).isTrue();
    assertThat(sessions().ended(caller(ada, Optional.empty(), clock.instant()))).isTrue();
  }

  @Test
  void eventThatComesAgainIsBelievedAnew() {
    sessions().accountDeleted(ada);
    clock.pass(Duration.ofHours(1));
    sessions().accountDeleted(ada);

    assertThat(ended(ada, here)).isTrue();
  }

  private EndedSessions sessions() {
    return endedSessions(clock);
  }

  private boolean ended(String accountId, String family) {
    return sessions().ended(caller(accountId, Optional.of(family), SIGN_IN));
  }

  private static Caller caller(String accountId, Optional<String> family, Instant signIn) {
    return new Caller(accountId, Set.of(), signIn, Optional.empty(), family);
  }
}
