package clipdesk.accounts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.accounts.Breakdown;
import clipdesk.accounts.audit.RecordedAuditLog;
import clipdesk.accounts.events.RecordedAccountEvents;
import clipdesk.accounts.leaving.EraseAccount;
import clipdesk.accounts.profile.InMemoryProfiles;
import clipdesk.accounts.sessions.EndAllSessions;
import clipdesk.accounts.sessions.InMemorySessions;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.RecordedTally;
import clipdesk.accounts.throttling.InstantTime;
import clipdesk.accounts.verification.CurrentSignUps;
import clipdesk.accounts.verification.UnprovenUsers;
import clipdesk.accounts.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SweepAccountsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T10:00:00Z");

  private final Pool pool = new Pool();
  private final Breakdown breakdown = new Breakdown();
  private final InMemoryProfiles profiles = new InMemoryProfiles(breakdown);
  private final Resets resets = new Resets();
  private final SignUps signUps = new SignUps();
  private final InstantTime time = new InstantTime();
  private final RecordedTally tally = new RecordedTally();
  private final RecordedAuditLog audit = new RecordedAuditLog();
  private final RecordedAccountEvents events = new RecordedAccountEvents(breakdown);
  private final EraseAccount eraseAccount =
      new EraseAccount(events, pool, pool, new InMemorySessions(breakdown), profiles);
  private final SweepGoneUsers goneUsers =
      new SweepGoneUsers(
          new InMemoryAccountPages(Map::of, /* rows= */ 1), pool, eraseAccount, audit, () -> NOW);
  private final SweepAccounts sweep =
      new SweepAccounts(
          pool,
          profiles::deletionsBefore,
          resets,
          goneUsers,
          pool,
          new UnprovenUsers(pool, signUps),
          eraseAccount,
          new EndAllSessions(profiles, pool, events, audit, () -> NOW, time),
          tally,
          audit,
          () -> NOW);

  @Test
  void neverConfirmedUsersGoAfterADayAndOthersStay() {
    pool.unconfirmed("old", NOW.minus(Duration.ofHours(24)).minusMillis(1));
    pool.unconfirmed("young", NOW.minus(Duration.ofHours(24)));

    sweep.sweep();

    assertThat(pool.deleted).containsExactly("old");
    assertThat(signUps.superseded).containsExactly("old@outlet.example");
  }

  @Test
  void userWhoseCodeIsBeingCheckedStaysForTheNextHour() {
    pool.unconfirmed("busy", NOW.minus(Duration.ofDays(2)));
    signUps.busy = "busy@outlet.example";

    sweep.sweep();

    assertThat(pool.deleted).isEmpty();
  }

  @Test
  void userConfirmedAMomentAgoStays() {
    pool.unconfirmed("late", NOW.minus(Duration.ofDays(2)));
    pool.late = "late";

    sweep.sweep();

    assertThat(pool.deleted).isEmpty();
  }

  @Test
  void deletionThatStoppedHalfwayIsFinished() {
    marked("sub", NOW.minus(Duration.ofMinutes(3)));

    sweep.sweep();

    assertThat(events.deleted()).containsExactly("sub sub@outlet.example");
    assertThat(pool.deleted).containsExactly("sub");
    assertThat(profiles.find("sub")).isEmpty();
    assertThat(audit.said()).containsExactly("account sub", "account-deletion");
  }

  @Test
  void oneFailingUserKeepsNobodyElseAndIsTold() {
    pool.unconfirmed("broken", NOW.minus(Duration.ofDays(3)));
    pool.unconfirmed("old", NOW.minus(Duration.ofDays(2)));
    pool.broken = "broken";
    marked("sub", NOW.minus(Duration.ofMinutes(3)));

    assertThatThrownBy(sweep::sweep).hasMessageContaining("1 user");

    assertThat(pool.deleted).containsExactlyInAnyOrder("old", "sub");
  }

  @Test
  void resetThatStoppedBeforeTheSignOutEndsTheSessionsNow() {
    account("sub");
    resets.tried.put("V#1", NOW.minus(Duration.ofMinutes(3)));
    resets.tried.put("V#2", NOW.minus(Duration.ofMinutes(1)));

    sweep.sweep();

    assertThat(pool.signedOut).containsExactly("sub");
    assertThat(profiles.find("sub").orElseThrow().validAfter()).isEqualTo(NOW.plusSeconds(1));
    assertThat(events.ended()).containsExactly("sub before " + NOW.plusSeconds(1));
    assertThat(audit.said()).containsExactly("account sub", "sessions-ended");
    assertThat(tally.of(Occurrence.SIGN_OUT_BY_SWEEP)).isEqualTo(1);
    assertThat(resets.tried).containsOnlyKeys("V#2");
  }

  @Test
  void signOutThatFailsAgainIsTriedWithTheNextSweep() {
    account("sub");
    pool.broken = "sub";
    resets.tried.put("V#1", NOW.minus(Duration.ofMinutes(3)));

    assertThatThrownBy(sweep::sweep).hasMessageContaining("1 user");

    assertThat(resets.tried).containsOnlyKeys("V#1");
  }

  @Test
  void resetThatWasPurgedMeanwhileEndsNothing() {
    resets.tried.put("V#1", NOW.minus(Duration.ofMinutes(3)));
    account("sub");
    resets.purged = true;

    sweep.sweep();

    assertThat(pool.signedOut).isEmpty();
    assertThat(resets.tried).isEmpty();
  }

  private void marked(String sub, Instant when) {
    account(sub);
    profiles.markDeleting(sub, when);
  }

  private void account(String sub) {
    pool.confirmed(sub);
    profiles.create(sub, Optional.empty(), Optional.empty(), "2026-01", NOW);
  }

  private static final class SignUps implements CurrentSignUps {
    private final List<String> superseded = new ArrayList<>();
    private String busy = "";

    @Override
    public void put(String email, VerificationId id, Instant now) {
      throw new IllegalStateException("The sweep begins nothing");
    }

    @Override
    public boolean supersede(String email, Instant now) {
      superseded.add(email);
      return !email.equals(busy);
    }
  }

  private static final class Resets implements SweepAccounts.UnfinishedResets {
    private final Map<String, Instant> tried = new HashMap<>();
    private boolean purged;

    @Override
    public List<String> triedBefore(Instant limit) {
      return tried.keySet().stream().filter(key -> tried.get(key).isBefore(limit)).toList();
    }

    @Override
    public Optional<String> email(String reset) {
      return Optional.of(Pool.address("sub")).filter(_ -> !purged);
    }

    @Override
    public void settled(String reset) {
      tried.remove(reset);
    }
  }
}
