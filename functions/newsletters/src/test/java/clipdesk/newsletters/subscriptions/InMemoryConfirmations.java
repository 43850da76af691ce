package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Confirmations in memory. */
@Singleton
@Replaces(value = Confirmations.class, factory = SubscriptionsWiring.class)
public final class InMemoryConfirmations implements Confirmations {
  private record Kept(Confirmation confirmation, Instant expiresAt) {}

  private final Map<String, Kept> kept = new HashMap<>();

  @Override
  public void put(String tokenHash, Confirmation confirmation, Instant expiresAt) {
    kept.put(tokenHash, new Kept(confirmation, expiresAt));
  }

  @Override
  public Optional<Confirmation> find(String tokenHash, Instant now) {
    return Optional.ofNullable(kept.get(tokenHash))
        .filter(it -> now.isBefore(it.expiresAt()))
        .map(Kept::confirmation);
  }

  @Override
  public void forget(EmailAddress email) {
    kept.values().removeIf(it -> it.confirmation().email().equals(email));
  }
}
