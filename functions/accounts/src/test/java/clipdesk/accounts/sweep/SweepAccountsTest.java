package clipdesk.accounts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  private final SweepAccounts sweep = new SweepAccounts(pool, rows, () -> NOW);

  @Test
  void neverConfirmedUsersGoAfterADay() {
    pool.created.put("old", NOW.minus(Duration.ofHours(24)).minusMillis(1));
    pool.created.put("young", NOW.minus(Duration.ofHours(24)));

    sweep.sweep();

    assertThat(pool.deleted).containsExactly("old");
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

    assertThat(rows.announced).containsExactly("sub");
    assertThat(pool.deleted).containsExactly("sub");
    assertThat(rows.begun).isEmpty();
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

  private static final class Pool implements SweepAccounts.UnconfirmedUsers {
    private final Map<String, Instant> created = new HashMap<>();
    private final List<String> deleted = new ArrayList<>();
    private String confirmed = "";
    private String broken = "";

    @Override
    public Iterable<String> createdBefore(Instant limit) {
      return created.entrySet().stream()
          .filter(entry -> entry.getValue().isBefore(limit))
          .map(Map.Entry::getKey)
          .toList();
    }

    @Override
    public boolean stillUnconfirmed(String sub) {
      return !sub.equals(confirmed);
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
    private final List<String> announced = new ArrayList<>();

    @Override
    public Iterable<String> begunBefore(Instant limit) {
      return begun.entrySet().stream()
          .filter(entry -> entry.getValue().isBefore(limit))
          .map(Map.Entry::getKey)
          .toList();
    }

    @Override
    public void announce(String sub, String email) {
      announced.add(sub);
    }

    @Override
    public void remove(String sub) {
      begun.remove(sub);
    }
  }
}
