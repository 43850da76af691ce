package clipdesk.accounts.verification;

import clipdesk.accounts.Breakdown;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which verification is the newest, beside the verifications in memory. */
@Singleton
@Replaces(DynamoCurrentSignUps.class)
final class InMemoryCurrentSignUps implements CurrentSignUps {
  private final ConcurrentMap<String, String> newest = new ConcurrentHashMap<>();
  private final InMemoryVerifications verifications;
  private final Breakdown breakdown;

  InMemoryCurrentSignUps(InMemoryVerifications verifications, Breakdown breakdown) {
    this.verifications = verifications;
    this.breakdown = breakdown;
  }

  @Override
  public void put(String email, VerificationId id, Instant now) {
    breakdown.at("current");
    newest.put(email, id.text());
  }

  @Override
  public boolean supersede(String email, Instant now) {
    return Optional.ofNullable(newest.get(email))
        .map(id -> verifications.supersede(id, now))
        .orElse(true);
  }
}
