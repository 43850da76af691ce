package clipdesk.accounts.profile;

import clipdesk.accounts.Breakdown;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the other contexts would hear. */
@Singleton
@Replaces(SnsAccountEvents.class)
public final class RecordedAccountEvents implements AccountEvents {
  private final List<String> deleted = new ArrayList<>();
  private final Breakdown breakdown;

  RecordedAccountEvents(Breakdown breakdown) {
    this.breakdown = breakdown;
  }

  @Override
  public synchronized void deleted(String sub, String email) {
    breakdown.at("announce");
    announced(sub, email);
  }

  /** Also what the sweep says, which has a publisher of its own. */
  public synchronized void announced(String sub, String email) {
    deleted.add(sub + " " + email);
  }

  public List<String> deleted() {
    return List.copyOf(deleted);
  }
}
