package clipdesk.common.sessions;

import clipdesk.common.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Marks in memory, each believed for as long as the table's. */
public final class InMemoryEndedSessions implements EndedSessions {
  private static final Duration MATTERS = Duration.ofMinutes(20);

  private record Mark(Instant validAfter, Instant end) {}

  private final InstantSource clock;
  private final Map<String, Mark> sessions = new HashMap<>();
  private final Map<String, Mark> accounts = new HashMap<>();
  private int asked;

  public InMemoryEndedSessions(InstantSource clock) {
    this.clock = clock;
  }

  /** How often it was asked. */
  public synchronized int asked() {
    return asked;
  }

  @Override
  public synchronized boolean ended(Caller caller) {
    asked++;
    return ends(accounts.get(caller.accountId()), caller)
        || caller.tokenFamily().filter(it -> ends(sessions.get(it), caller)).isPresent();
  }

  private boolean ends(Mark mark, Caller caller) {
    return mark != null
        && clock.instant().isBefore(mark.end())
        && caller.authenticatedAt().isBefore(mark.validAfter());
  }

  @Override
  public synchronized void sessionEnded(String tokenFamily) {
    sessions.put(tokenFamily, mark(Instant.MAX, MATTERS));
  }

  @Override
  public synchronized void sessionsEnded(String accountId, Instant validAfter) {
    accounts.merge(accountId, mark(validAfter, MATTERS), this::later);
  }

  @Override
  public synchronized void accountDeleted(String accountId) {
    accounts.put(accountId, new Mark(Instant.MAX, Instant.MAX));
  }

  private Mark mark(Instant validAfter, Duration matters) {
    return new Mark(validAfter, clock.instant().plus(matters));
  }

  private Mark later(Mark one, Mark other) {
    boolean over = !clock.instant().isBefore(one.end());
    return !over && other.validAfter().isBefore(one.validAfter()) ? one : other;
  }
}
