package clipdesk.accounts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.accounts.Breakdown;
import clipdesk.accounts.audit.RecordedAuditLog;
import clipdesk.accounts.events.RecordedAccountEvents;
import clipdesk.accounts.leaving.EraseAccount;
import clipdesk.accounts.profile.InMemoryProfiles;
import clipdesk.accounts.sessions.InMemorySessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SweepGoneUsersTest {
  private static final Instant NOW = Instant.parse("2026-02-12T10:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofHours(1)).minusSeconds(1);
  private static final int ROWS = 20;

  private final Pool pool = new Pool();
  private final Breakdown breakdown = new Breakdown();
  private final InMemoryProfiles profiles = new InMemoryProfiles(breakdown);
  private final RecordedAccountEvents events = new RecordedAccountEvents(breakdown);
  private final RecordedAuditLog audit = new RecordedAuditLog();
  private final AccountPages pages = new InMemoryAccountPages(profiles::created, ROWS);
  private final SweepGoneUsers sweep =
      new SweepGoneUsers(
          pages,
          pool,
          new EraseAccount(events, pool, pool, new InMemorySessions(breakdown), profiles),
          audit,
          () -> NOW);

  @AfterEach
  void noUserOfThePoolIsTouched() {
    assertThat(pool.deleted).isEmpty();
    assertThat(pool.signedOut).isEmpty();
  }

  @Test
  void accountWithoutAUserIsForgottenAndSaid() {
    accounts("gone", "here");
    pool.confirmed("here");

    assertThat(sweep.sweep()).isZero();

    assertThat(profiles.created()).containsOnlyKeys("here");
    assertThat(events.deleted()).containsExactly("gone -");
    assertThat(audit.said()).containsExactly("account gone", "account-deletion");
  }

  @Test
  void accountOfTheLastHourStays() {
    account("young", NOW.minus(Duration.ofHours(1)));

    assertThat(sweep.sweep()).isZero();

    assertThat(profiles.created()).containsOnlyKeys("young");
  }

  @Test
  void everyRunLooksAtOnePageAndTheLastPageIsFollowedByTheFirst() {
    var subs = subs(ROWS + 1);
    accounts(subs);
    subs.forEach(pool::confirmed);
    pool.forget(subs.getLast());

    sweep.sweep();
    assertThat(profiles.created()).containsKey(subs.getLast());
    sweep.sweep();
    assertThat(profiles.created()).doesNotContainKey(subs.getLast());

    pool.forget(subs.getFirst());
    sweep.sweep();
    assertThat(profiles.created()).doesNotContainKey(subs.getFirst());
  }

  @Test
  void accountThatFailsIsToldAndKeepsNobodyElse() {
    accounts("broken", "gone", "here");
    pool.confirmed("here");
    pool.broken = "broken";

    assertThat(sweep.sweep()).isEqualTo(1);

    assertThat(profiles.created()).containsOnlyKeys("broken", "here");
    assertThat(pages.next(NOW).subs()).as("the next pass").containsExactly("broken", "here");
  }

  @Test
  void tenGoneUsersAreBelievedWhereAnotherIsThere() {
    accounts(subs(11));
    pool.confirmed("sub-10");

    sweep.sweep();

    assertThat(profiles.created()).containsOnlyKeys("sub-10");
  }

  @Test
  void lastPageIsBelievedForTheUserOfAnEarlierOne() {
    var subs = subs(ROWS + 2);
    accounts(subs);
    subs.subList(0, ROWS).forEach(pool::confirmed);

    sweep.sweep();
    sweep.sweep();

    assertThat(profiles.created()).containsOnlyKeys(subs.subList(0, ROWS).toArray(String[]::new));
  }

  /** A pool that CloudFormation has made anew knows nobody, and the table stays. */
  @Test
  void emptyPoolCostsNoAccountHoweverFewAPageHolds() {
    var subs = subs(3);
    accounts(subs);
    subs.forEach(pool::confirmed);
    sweep.sweep();

    subs.forEach(pool::forget);
    for (int hour = 0; hour < 4; hour++) {
      assertThat(sweep.sweep()).isZero();
    }

    assertThat(profiles.created()).containsOnlyKeys(subs.toArray(String[]::new));
    assertThat(events.deleted()).isEmpty();
  }

  /** Whoever configures another pool must not lose every account to it. */
  @Test
  void pageWhoseUsersAreMostlyGoneIsNotBelieved() {
    var subs = subs(ROWS);
    accounts(subs);
    subs.subList(11, ROWS).forEach(pool::confirmed);

    assertThatThrownBy(sweep::sweep).hasMessageContaining("11 of 20 accounts");

    assertThat(profiles.created()).hasSize(ROWS);
    assertThat(events.deleted()).isEmpty();
    pool.confirmed(subs.getFirst());
    assertThat(sweep.sweep()).as("half of the same page is believed").isZero();
    assertThat(profiles.created()).hasSize(10);
  }

  private static List<String> subs(int count) {
    return IntStream.range(0, count).mapToObj("sub-%02d"::formatted).toList();
  }

  private void accounts(String... subs) {
    accounts(List.of(subs));
  }

  private void accounts(List<String> subs) {
    subs.forEach(sub -> account(sub, OLD));
  }

  private void account(String sub, Instant created) {
    profiles.create(sub, Optional.empty(), Optional.empty(), "2026-01", created);
  }
}
