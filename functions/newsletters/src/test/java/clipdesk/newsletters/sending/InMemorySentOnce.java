package clipdesk.newsletters.sending;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Mails that were begun, in memory. */
final class InMemorySentOnce implements SentOnce {
  private final Set<String> begun = new HashSet<>();

  @Override
  public boolean take(String mail, Instant now) {
    return begun.add(mail);
  }

  @Override
  public void giveBack(String mail) {
    begun.remove(mail);
  }
}
