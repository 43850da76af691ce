package clipdesk.newsletters.campaigns;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Addresses of editors, in memory. */
@Singleton
@Replaces(value = EditorAddresses.class, factory = CampaignsWiring.class)
public final class InMemoryEditorAddresses implements EditorAddresses {
  private final Map<String, Known> known = new HashMap<>();

  @Override
  public void note(String accountId, EmailAddress email, Language language, Instant now) {
    known.put(accountId, new Known(email, language));
  }

  @Override
  public Optional<Known> find(String accountId) {
    return Optional.ofNullable(known.get(accountId));
  }

  @Override
  public void move(String accountId, EmailAddress to) {
    known.computeIfPresent(accountId, (_, it) -> new Known(to, it.language()));
  }

  @Override
  public void forget(String accountId) {
    known.remove(accountId);
  }
}
