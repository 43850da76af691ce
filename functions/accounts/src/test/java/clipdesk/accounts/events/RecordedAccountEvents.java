package clipdesk.accounts.events;

import clipdesk.accounts.Breakdown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the other contexts would hear. */
public final class RecordedAccountEvents implements AccountEvents {
  private final List<String> deleted = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private final Breakdown breakdown;

  public RecordedAccountEvents(Breakdown breakdown) {
    this.breakdown = breakdown;
  }

  @Override
  public synchronized void deleted(String sub, Optional<String> email) {
    breakdown.at("announce");
    deleted.add(sub + " " + email.orElse("-"));
  }

  @Override
  public synchronized void addressChanged(String sub, String email, String former) {
    breakdown.at("announce change");
    changed.add(former + " to " + email);
  }

  @Override
  public synchronized void sessionEnded(String sub, String tokenFamily) {
    breakdown.at("announce end");
    ended.add(sub + " " + tokenFamily);
  }

  @Override
  public synchronized void sessionsEnded(String sub, Instant validAfter) {
    breakdown.at("announce end");
    ended.add(sub + " before " + validAfter);
  }

  public List<String> deleted() {
    return List.copyOf(deleted);
  }

  /** From which address to which. */
  public List<String> changed() {
    return List.copyOf(changed);
  }

  /** Sessions that were ended, one or all of an account. */
  public List<String> ended() {
    return List.copyOf(ended);
  }
}
