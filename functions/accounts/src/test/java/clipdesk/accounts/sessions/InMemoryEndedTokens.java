package clipdesk.accounts.sessions;

import clipdesk.common.identity.Caller;
import clipdesk.common.sessions.EndedSessions;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Families of tokens that were ended, in memory. */
@Singleton
@Replaces(DynamoEndedTokens.class)
public final class InMemoryEndedTokens implements EndedTokens, EndedSessions {
  private final Set<String> families = new HashSet<>();

  @Override
  public synchronized void add(String tokenFamily, Instant now) {
    families.add(tokenFamily);
  }

  @Override
  public synchronized boolean ended(Caller caller) {
    return caller.tokenFamily().filter(families::contains).isPresent();
  }
}
