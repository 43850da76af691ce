package clipdesk.accounts.profile;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the other contexts would hear. */
@Singleton
@Replaces(SnsAccountEvents.class)
public final class RecordedAccountEvents implements AccountEvents {
  private final List<String> deleted = new ArrayList<>();

  @Override
  public void deleted(String sub, String email) {
    deleted.add(sub + " " + email);
  }

  public List<String> deleted() {
    return List.copyOf(deleted);
  }
}
