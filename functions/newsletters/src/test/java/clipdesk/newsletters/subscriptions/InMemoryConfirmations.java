package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Confirmations in memory. */
@Singleton
@Replaces(value = Confirmations.class, factory = SubscriptionsWiring.class)
public final class InMemoryConfirmations implements Confirmations {
  private record Kept(Confirmation confirmation, Instant expiresAt) {}

  private final Map<String, Kept> kept = new HashMap<>();
  private final Set<String> used = new HashSet<>();

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
  public boolean unused(String tokenHash) {
    return kept.containsKey(tokenHash) && !used.contains(tokenHash);
  }

  @Override
  public void use(String tokenHash, Instant now) {
    used.add(tokenHash);
  }

  @Override
  public void forget(String addressKey) {
    kept.values()
        .removeIf(it -> InMemorySubscribers.key(it.confirmation().email()).equals(addressKey));
  }

  @Override
  public void forget(EmailAddress email) {
    kept.values().removeIf(it -> it.confirmation().email().equals(email));
  }
}
