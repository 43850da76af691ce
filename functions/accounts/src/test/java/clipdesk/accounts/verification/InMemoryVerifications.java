package clipdesk.accounts.verification;

import clipdesk.accounts.Breakdown;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Verifications by the rules of the table's conditions, in memory. */
@Singleton
@Replaces(DynamoVerifications.class)
public final class InMemoryVerifications implements Verifications {
  private final Map<String, Verification> rows = new HashMap<>();
  private final Map<String, Instant> busy = new HashMap<>();
  private final Set<String> toSignOut = new TreeSet<>();
  private final Breakdown breakdown;

  InMemoryVerifications(Breakdown breakdown) {
    this.breakdown = breakdown;
  }

  /** Addresses whose sessions are still to be ended after a reset. */
  public synchronized Set<String> toSignOut() {
    var emails = new TreeSet<String>();
    toSignOut.forEach(id -> emails.add(rows.get(id).email()));
    return emails;
  }

  /** Keys of the resets whose sessions are still to be ended. */
  public synchronized Set<String> resetsToSignOut() {
    return Set.copyOf(toSignOut);
  }

  public synchronized Optional<String> emailOf(String key) {
    return Optional.ofNullable(rows.get(key)).map(Verification::email);
  }

  public synchronized void signedOut(String key) {
    toSignOut.remove(key);
  }

  @Override
  public synchronized void begin(VerificationId id, Verification verification) {
    breakdown.at("begin");
    rows.putIfAbsent(id.text(), verification);
  }

  @Override
  public synchronized void issued(
      VerificationId id, String username, boolean decoy, Instant sentAt) {
    breakdown.at("issued");
    var row = rows.get(id.text());
    if (row.phase() == Verification.Phase.ISSUING) {
      rows.put(
          id.text(),
          with(
              row,
              Verification.Phase.PENDING,
              Optional.of(username),
              decoy,
              row.codeMac(),
              sentAt,
              0));
    }
  }

  @Override
  public synchronized Optional<Verification> find(VerificationId id) {
    return Optional.ofNullable(rows.get(id.text()));
  }

  @Override
  public synchronized Try count(VerificationId id, Verification.Purpose purpose, Instant now) {
    var row = rows.get(id.text());
    boolean live =
        row != null
            && row.purpose() == purpose
            && counts(row.phase(), purpose)
            && row.expiresAt().isAfter(now)
            && row.tries() < Verification.MAX_TRIES;
    if (!live) {
      return new Try.Refused(Optional.ofNullable(row));
    }
    busy.put(id.text(), now.plus(UnprovenUsers.BUSY));
    if (purpose == Verification.Purpose.RESET) {
      toSignOut.add(id.text());
    }
    var counted = with(row, row.phase(), row.codeMac(), row.sentAt(), row.tries() + 1);
    rows.put(id.text(), counted);
    return new Try.Counted(counted);
  }

  @Override
  public synchronized void done(VerificationId id, Optional<String> codeMac) {
    breakdown.at("done");
    busy.remove(id.text());
    ifPending(
        id,
        it ->
            with(
                it, Verification.Phase.DONE, codeMac.or(it::codeMac), it.sentAt(), /* tries= */ 0));
  }

  @Override
  public synchronized void takeBack(VerificationId id) {
    rows.computeIfPresent(
        id.text(),
        (_, it) ->
            it.phase() == Verification.Phase.DONE
                ? with(it, it.phase(), it.codeMac(), it.sentAt(), it.tries() - 1)
                : it);
  }

  private static boolean counts(Verification.Phase phase, Verification.Purpose purpose) {
    return phase == Verification.Phase.PENDING
        || (phase == Verification.Phase.DONE && purpose != Verification.Purpose.RESET);
  }

  @Override
  public synchronized void settled(VerificationId id) {
    toSignOut.remove(id.text());
  }

  @Override
  public synchronized Optional<Verification> resent(
      VerificationId id, Verification before, Instant sentAt, Optional<String> codeMac) {
    breakdown.at("resent");
    return Optional.ofNullable(rows.get(id.text()))
        .filter(it -> it.phase() == Verification.Phase.PENDING)
        .filter(it -> it.sentAt().equals(before.sentAt()))
        .map(
            it ->
                with(it, it.phase(), codeMac.or(it::codeMac), sentAt, it.tries() - before.tries()))
        .map(
            it -> {
              rows.put(id.text(), it);
              return it;
            });
  }

  /** Ends a sign-up, by the rules of {@link CurrentSignUps}. */
  synchronized boolean supersede(String id, Instant now) {
    if (busy.getOrDefault(id, Instant.EPOCH).isAfter(now)) {
      return false;
    }
    var row = rows.get(id);
    if (row.phase() == Verification.Phase.PENDING || row.phase() == Verification.Phase.ISSUING) {
      rows.put(
          id, with(row, Verification.Phase.SUPERSEDED, row.codeMac(), row.sentAt(), row.tries()));
    }
    return true;
  }

  private void ifPending(VerificationId id, UnaryOperator<Verification> change) {
    rows.computeIfPresent(
        id.text(), (_, row) -> row.phase() == Verification.Phase.PENDING ? change.apply(row) : row);
  }

  private static Verification with(
      Verification it,
      Verification.Phase phase,
      Optional<String> codeMac,
      Instant sentAt,
      int tries) {
    return with(it, phase, it.username(), it.decoy(), codeMac, sentAt, tries);
  }

  private static Verification with(
      Verification it,
      Verification.Phase phase,
      Optional<String> username,
      boolean decoy,
      Optional<String> codeMac,
      Instant sentAt,
      int tries) {
    return new Verification(
        it.purpose(),
        phase,
        username,
        it.email(),
        decoy,
        it.language(),
        it.returnTo(),
        it.name(),
        it.outlet(),
        it.termsVersion(),
        codeMac,
        it.createdAt(),
        sentAt,
        tries);
  }
}
