package clipdesk.accounts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.accounts.Breakdown;
import clipdesk.accounts.audit.RecordedAuditLog;
import clipdesk.accounts.events.RecordedAccountEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SweepGoneUsersTest {
  private static final Instant NOW = Instant.parse("2026-02-12T10:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofHours(1)).minusSeconds(1);
  private static final int ROWS = 20;

  private final Map<String, Instant> accounts = new TreeMap<>();
  private final Set<String> pool = new HashSet<>();
  private final RecordedAccountEvents events = new RecordedAccountEvents(new Breakdown());
  private final RecordedAuditLog audit = new RecordedAuditLog();
  private final AccountPages pages = new InMemoryAccountPages(() -> accounts, ROWS);
  private String broken = "";
  private final SweepGoneUsers sweep =
      new SweepGoneUsers(pages, new Users(), new Deletions(), events, audit, () -> NOW);

  @Test
  void accountWithoutAUserIsForgottenAndSaid() {
    accounts.putAll(Map.of("gone", OLD, "here", OLD));
    pool.add("here");

    assertThat(sweep.sweep()).isZero();

    assertThat(accounts).containsOnlyKeys("here");
    assertThat(events.deleted()).containsExactly("gone -");
    assertThat(audit.said()).containsExactly("account gone", "account-deletion");
  }

  @Test
  void accountOfTheLastHourStays() {
    accounts.put("young", NOW.minus(Duration.ofHours(1)));

    assertThat(sweep.sweep()).isZero();

    assertThat(accounts).containsOnlyKeys("young");
  }

  @Test
  void everyRunLooksAtOnePageAndTheLastPageIsFollowedByTheFirst() {
    var subs = subs(ROWS + 1);
    subs.forEach(sub -> accounts.put(sub, OLD));
    pool.addAll(subs);
    pool.remove(subs.getLast());

    sweep.sweep();
    assertThat(accounts).containsKey(subs.getLast());
    sweep.sweep();
    assertThat(accounts).doesNotContainKey(subs.getLast());

    pool.remove(subs.getFirst());
    sweep.sweep();
    assertThat(accounts).doesNotContainKey(subs.getFirst());
  }

  @Test
  void accountThatFailsIsToldAndKeepsNobodyElse() {
    accounts.putAll(Map.of("broken", OLD, "gone", OLD, "here", OLD));
    pool.add("here");
    broken = "broken";

    assertThat(sweep.sweep()).isEqualTo(1);

    assertThat(accounts).containsOnlyKeys("broken", "here");
    assertThat(pages.next(NOW).subs()).as("the next pass").containsExactly("broken", "here");
  }

  @Test
  void tenGoneUsersAreBelievedWhereAnotherIsThere() {
    subs(11).forEach(sub -> accounts.put(sub, OLD));
    pool.add("sub-10");

    sweep.sweep();

    assertThat(accounts).containsOnlyKeys("sub-10");
  }

  @Test
  void lastPageIsBelievedForTheUserOfAnEarlierOne() {
    var subs = subs(ROWS + 2);
    subs.forEach(sub -> accounts.put(sub, OLD));
    pool.addAll(subs.subList(0, ROWS));

    sweep.sweep();
    sweep.sweep();

    assertThat(accounts).containsOnlyKeys(subs.subList(0, ROWS).toArray(String[]::new));
  }

  /** A pool that CloudFormation has made anew knows nobody, and the table stays. */
  @Test
  void emptyPoolCostsNoAccountHoweverFewAPageHolds() {
    var subs = subs(3);
    subs.forEach(sub -> accounts.put(sub, OLD));
    pool.addAll(subs);
    sweep.sweep();

    pool.clear();
    for (int hour = 0; hour < 4; hour++) {
      assertThat(sweep.sweep()).isZero();
    }

    assertThat(accounts).containsOnlyKeys(subs.toArray(String[]::new));
    assertThat(events.deleted()).isEmpty();
  }

  /** Whoever configures another pool must not lose every account to it. */
  @Test
  void pageWhoseUsersAreMostlyGoneIsNotBelieved() {
    var subs = subs(ROWS);
    subs.forEach(sub -> accounts.put(sub, OLD));
    pool.addAll(subs.subList(11, ROWS));

    assertThatThrownBy(sweep::sweep).hasMessageContaining("11 of 20 accounts");

    assertThat(accounts).hasSize(ROWS);
    assertThat(events.deleted()).isEmpty();
    pool.add(subs.getFirst());
    assertThat(sweep.sweep()).as("half of the same page is believed").isZero();
    assertThat(accounts).hasSize(10);
  }

  private static List<String> subs(int count) {
    return IntStream.range(0, count).mapToObj("sub-%02d"::formatted).toList();
  }

  private final class Users implements SweepAccounts.UnconfirmedUsers {
    @Override
    public boolean exists(String sub) {
      if (sub.equals(broken)) {
        throw new IllegalStateException("Cognito is away");
      }
      return pool.contains(sub);
    }

    @Override
    public List<String> createdBefore(Instant limit) {
      throw notAsked();
    }

    @Override
    public Optional<String> unconfirmed(String sub) {
      throw notAsked();
    }

    @Override
    public Optional<String> email(String sub) {
      throw notAsked();
    }

    @Override
    public Optional<String> sub(String email) {
      throw notAsked();
    }

    @Override
    public void signOut(String sub) {
      throw notAsked();
    }

    @Override
    public void delete(String sub) {
      throw notAsked();
    }
  }

  private final class Deletions implements SweepAccounts.UnfinishedDeletions {
    @Override
    public List<String> begunBefore(Instant limit) {
      throw notAsked();
    }

    @Override
    public void remove(String sub) {
      accounts.remove(sub);
    }
  }

  private static IllegalStateException notAsked() {
    return new IllegalStateException("The sweep of gone users has no need of this");
  }
}
