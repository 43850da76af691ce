package clipdesk.common.digests;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A ring of keys that is read again while a process lives: whoever rotates them deploys nothing.
 * What nobody asks for is not read, so a start-up snapshot holds no key.
 */
public final class RotatingKeys {
  /** How long a process may work with keys that are the newest no more. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  /** Made-up names of keys cost a call each of these at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<String> secret;
  private final InstantSource clock;
  private Optional<Ring> read = Optional.empty();

  public RotatingKeys(Supplier<String> secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  private record Ring(KeyRing keys, Instant at) {}

  public KeyRing ring() {
    return ring(LIFE);
  }

  /** The key of this name, even if it came to the ring just now. */
  public Optional<KeyRing.Key> find(String id) {
    return ring().find(id).or(() -> ring(PATIENCE).find(id));
  }

  private synchronized KeyRing ring(Duration age) {
    var now = clock.instant();
    var current =
        read.filter(it -> now.isBefore(it.at().plus(age)))
            .orElseGet(() -> new Ring(KeyRing.of(secret.get()), now));
    read = Optional.of(current);
    return current.keys();
  }
}
