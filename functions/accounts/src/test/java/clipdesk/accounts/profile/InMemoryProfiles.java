package clipdesk.accounts.profile;

import clipdesk.accounts.Breakdown;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profile rows in memory. */
@Singleton
@Replaces(DynamoProfiles.class)
public final class InMemoryProfiles implements Profiles {
  private final Map<String, Profile> rows = new HashMap<>();
  private final Map<String, Instant> deletions = new HashMap<>();
  private final Breakdown breakdown;
  private boolean erasedAtOnce;

  public InMemoryProfiles(Breakdown breakdown) {
    this.breakdown = breakdown;
  }

  /** Accounts that were marked for deletion before an instant and are still there. */
  public synchronized List<String> deletionsBefore(Instant limit) {
    return deletions.keySet().stream().filter(sub -> deletions.get(sub).isBefore(limit)).toList();
  }

  /** As if an erasure ran beside each call that makes a row. */
  public synchronized void eraseWhatIsMade() {
    erasedAtOnce = true;
  }

  /** All accounts, and when they were made. */
  public synchronized Map<String, Instant> created() {
    var created = new HashMap<String, Instant>();
    rows.forEach((sub, row) -> created.put(sub, row.createdAt()));
    return created;
  }

  @Override
  public synchronized void create(
      String sub,
      Optional<String> name,
      Optional<String> outlet,
      String termsVersion,
      Instant now) {
    breakdown.at("create row");
    rows.putIfAbsent(
        sub,
        new Profile(
            sub,
            /* active= */ true,
            name,
            outlet,
            termsVersion,
            now,
            now,
            /* version= */ 1,
            Instant.EPOCH));
    if (erasedAtOnce) {
      rows.remove(sub);
    }
  }

  @Override
  public synchronized Optional<Profile> find(String sub) {
    return Optional.ofNullable(rows.get(sub));
  }

  @Override
  public synchronized boolean edit(Profile profile, long expectedVersion) {
    var row = rows.get(profile.sub());
    if (row == null || !row.active() || row.version() != expectedVersion) {
      return false;
    }
    rows.put(
        row.sub(),
        new Profile(
            row.sub(),
            row.active(),
            profile.name(),
            profile.outlet(),
            row.termsVersion(),
            row.termsAt(),
            row.createdAt(),
            expectedVersion + 1,
            row.validAfter()));
    return true;
  }

  @Override
  public synchronized void cutOff(String sub, Instant now) {
    rows.computeIfPresent(sub, (_, row) -> copy(row, row.active(), now));
  }

  @Override
  public synchronized void markDeleting(String sub, Instant now) {
    rows.computeIfPresent(
        sub,
        (_, row) -> {
          deletions.putIfAbsent(sub, now);
          return copy(row, /* active= */ false, row.validAfter());
        });
  }

  @Override
  public synchronized void remove(String sub) {
    breakdown.at("remove row");
    rows.remove(sub);
    deletions.remove(sub);
  }

  private static Profile copy(Profile row, boolean active, Instant validAfter) {
    return new Profile(
        row.sub(),
        active,
        row.name(),
        row.outlet(),
        row.termsVersion(),
        row.termsAt(),
        row.createdAt(),
        row.version(),
        validAfter);
  }
}
