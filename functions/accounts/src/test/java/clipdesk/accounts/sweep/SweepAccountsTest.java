package clipdesk.accounts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.accounts.Breakdown;
import clipdesk.accounts.audit.RecordedAuditLog;
import clipdesk.accounts.events.RecordedAccountEvents;
import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.RecordedTally;
import clipdesk.accounts.verification.CurrentSignUps;
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
  private final Rows rows = new Rows();
  private final Resets resets = new Resets();
  private final SignUps signUps = new SignUps();
  private final RecordedTally tally = new RecordedTally();
  private final RecordedAuditLog audit = new RecordedAuditLog();
  private final RecordedAccountEvents events = new RecordedAccountEvents(new Breakdown());
  private final SweepGoneUsers goneUsers =
      new SweepGoneUsers(
          new InMemoryAccountPages(Map::of, /* rows= */ 1), pool, rows, events, audit, () -> NOW);
  private final SweepAccounts sweep =
      new SweepAccounts(pool, rows, resets, goneUsers, events, signUps, tally, audit, () -> NOW);

  @Test
  void neverConfirmedUsersGoAfterADayAndOthersStay() {
    pool.created.put("old", NOW.minus(Duration.ofHours(24)).minusMillis(1));
    pool.created.put("young", NOW.minus(Duration.ofHours(24)));

    sweep.sweep();

    assertThat(pool.deleted).containsExactly("old");
    assertThat(signUps.superseded).containsExactly("old@outlet.example");
  }

  @Test
  void userWhoseCodeIsBeingCheckedStaysForTheNextHour() {
    pool.created.put("busy", NOW.minus(Duration.ofDays(2)));
    signUps.busy = "busy@outlet.example";

    sweep.sweep();

    assertThat(pool.deleted).isEmpty();
  }

  @Test
  void userConfirmedAMomentAgoStays() {
    pool.created.put("late", NOW.minus(Duration.ofDays(2)));
    pool.confirmed = "late";

    sweep.sweep();

    assertThat(pool.deleted).isEmpty();
  }

  @Test
  void deletionThatStoppedHalfwayIsFinished() {
    rows.begun.put("sub", NOW.minus(Duration.ofMinutes(3)));

    sweep.sweep();

    assertThat(events.deleted()).containsExactly("sub sub@outlet.example");
    assertThat(pool.deleted).containsExactly("sub");
    assertThat(rows.begun).isEmpty();
    assertThat(audit.said()).containsExactly("account sub", "account-deletion");
  }

  @Test
  void oneFailingUserKeepsNobodyElseAndIsTold() {
    pool.created.put("broken", NOW.minus(Duration.ofDays(3)));
    pool.created.put("old", NOW.minus(Duration.ofDays(2)));
    pool.broken = "broken";
    rows.begun.put("sub", NOW.minus(Duration.ofMinutes(3)));

    assertThatThrownBy(sweep::sweep).hasMessageContaining("1 user");

    assertThat(pool.deleted).containsExactlyInAnyOrder("old", "sub");
  }

  @Test
  void resetThatStoppedBeforeTheSignOutEndsTheSessionsNow() {
    pool.subs.put("ada@press.example", "sub");
    resets.tried.put("V#1", NOW.minus(Duration.ofMinutes(3)));
    resets.tried.put("V#2", NOW.minus(Duration.ofMinutes(1)));

    sweep.sweep();

    assertThat(pool.signedOut).containsExactly("sub");
    assertThat(resets.cutOff).containsExactly("sub");
    assertThat(events.ended()).containsExactly("sub before " + NOW);
    assertThat(audit.said()).containsExactly("account sub", "sessions-ended");
    assertThat(tally.of(Occurrence.SIGN_OUT_BY_SWEEP)).isEqualTo(1);
    assertThat(resets.tried).containsOnlyKeys("V#2");
  }

  @Test
  void signOutThatFailsAgainIsTriedWithTheNextSweep() {
    pool.subs.put("ada@press.example", "sub");
    pool.broken = "sub";
    resets.tried.put("V#1", NOW.minus(Duration.ofMinutes(3)));

    assertThatThrownBy(sweep::sweep).hasMessageContaining("1 user");

    assertThat(resets.tried).containsOnlyKeys("V#1");
  }

  @Test
  void resetThatWasPurgedMeanwhileEndsNothing() {
    resets.tried.put("V#1", NOW.minus(Duration.ofMinutes(3)));
    resets.purged = true;

    sweep.sweep();

    assertThat(pool.signedOut).isEmpty();
    assertThat(resets.tried).isEmpty();
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
    private final List<String> cutOff = new ArrayList<>();
    private boolean purged;

    @Override
    public List<String> triedBefore(Instant limit) {
      return tried.keySet().stream().filter(key -> tried.get(key).isBefore(limit)).toList();
    }

    @Override
    public Optional<String> email(String reset) {
      return Optional.of("ada@press.example").filter(_ -> !purged);
    }

    @Override
    public void cutOff(String sub, Instant now) {
      cutOff.add(sub);
    }

    @Override
    public void settled(String reset) {
      tried.remove(reset);
    }
  }

  private static final class Pool implements SweepAccounts.UnconfirmedUsers {
    private final Map<String, Instant> created = new HashMap<>();
    private final List<String> deleted = new ArrayList<>();
    private String confirmed = "";
    private String broken = "";
    private final Map<String, String> subs = new HashMap<>();
    private final List<String> signedOut = new ArrayList<>();

    @Override
    public boolean exists(String sub) {
      throw new IllegalStateException("There is no account to ask for");
    }

    @Override
    public Optional<String> sub(String email) {
      return Optional.ofNullable(subs.get(email));
    }

    @Override
    public void signOut(String sub) {
      if (sub.equals(broken)) {
        throw new IllegalStateException("no answer");
      }
      signedOut.add(sub);
    }

    @Override
    public Iterable<String> createdBefore(Instant limit) {
      return created.entrySet().stream()
          .filter(entry -> entry.getValue().isBefore(limit))
          .map(Map.Entry::getKey)
          .toList();
    }

    @Override
    public Optional<String> unconfirmed(String sub) {
      return email(sub).filter(_ -> !sub.equals(confirmed));
    }

    @Override
    public Optional<String> email(String sub) {
      return Optional.of(sub + "@outlet.example");
    }

    @Override
    public void delete(String sub) {
      if (sub.equals(broken)) {
        throw new IllegalStateException("Cognito is away");
      }
      deleted.add(sub);
    }
  }

  private static final class Rows implements SweepAccounts.UnfinishedDeletions {
    private final Map<String, Instant> begun = new HashMap<>();

    @Override
    public Iterable<String> begunBefore(Instant limit) {
      return begun.entrySet().stream()
          .filter(entry -> entry.getValue().isBefore(limit))
          .map(Map.Entry::getKey)
          .toList();
    }

    @Override
    public void remove(String sub) {
      begun.remove(sub);
    }
  }
}
