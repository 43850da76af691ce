package clipdesk.newsletters.sending;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Mails that were begun, in memory. */
final class InMemorySentOnce implements SentOnce {
  private final Map<String, Instant> begun = new HashMap<>();

  @Override
  public boolean begun(String mail) {
    return begun.containsKey(mail);
  }

  @Override
  public boolean take(String mail, Instant now) {
    return begun.putIfAbsent(mail, now) == null;
  }

  @Override
  public void giveBack(String mail, Instant taken) {
    begun.remove(mail, taken);
  }
}
