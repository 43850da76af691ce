package clipdesk.accounts.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.identity.Caller;
import clipdesk.common.sessions.EndedSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every list of ended tokens does. */
abstract class EndedTokensContract {
  private final String family = UUID.randomUUID().toString();

  abstract EndedTokens endedTokens();

  abstract EndedSessions endedSessions();

  @Test
  void tokensOfAFamilyEndTogetherAndOfNoOther() {
    assertThat(endedSessions().ended(caller(Optional.of(family)))).isFalse();

    endedTokens().add(family, Instant.now());
    endedTokens().add(family, Instant.now());

    assertThat(endedSessions().ended(caller(Optional.of(family)))).isTrue();
    assertThat(endedSessions().ended(caller(Optional.of("another-" + family)))).isFalse();
    assertThat(endedSessions().ended(caller(Optional.empty()))).isFalse();
  }

  private static Caller caller(Optional<String> tokenFamily) {
    return new Caller("sub", Set.of(), Instant.EPOCH, Optional.empty(), tokenFamily);
  }
}
