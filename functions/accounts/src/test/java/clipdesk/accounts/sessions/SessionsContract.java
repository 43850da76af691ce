package clipdesk.accounts.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
abstract class SessionsContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final Device DEVICE = new Device("192.0.2.1", Optional.of("Mozilla/5.0"));

  private final SecureRandom random = new SecureRandom();
  private final String sub = UUID.randomUUID().toString();

  abstract Sessions sessions();

  abstract OwnSessions ownSessions();

  @Test
  void sessionComesBackAsItWasOpened() {
    var session = opened(sub, NOW);
    var bare =
        new Session(
            SessionId.random(random),
            sub,
            Optional.empty(),
            NOW,
            NOW,
            new Device("unknown", Optional.empty()));
    sessions().open(bare);

    assertThat(sessions().find(session.id())).contains(session);
    assertThat(sessions().find(bare.id())).contains(bare);
    assertThat(sessions().find(SessionId.random(random))).isEmpty();
  }

  @Test
  void useIsNotedWithTheFamilyOfItsTokens() {
    var session = opened(sub, NOW);
    var later = NOW.plusSeconds(900);

    assertThat(sessions().used(session.id(), Optional.of("family-2"), later)).isTrue();
    assertThat(found(session).tokenFamily()).contains("family-2");
    assertThat(found(session).usedAt()).isEqualTo(later);
    assertThat(found(session).startedAt()).isEqualTo(NOW);

    assertThat(sessions().used(session.id(), Optional.empty(), later)).isTrue();
    assertThat(found(session).tokenFamily()).isEmpty();
  }

  @Test
  void closedSessionIsGoneAndIsNotBroughtBackByUse() {
    var session = opened(sub, NOW);
    sessions().close(session.id());
    sessions().close(session.id());

    assertThat(sessions().used(session.id(), Optional.of("family-2"), NOW)).isFalse();
    assertThat(sessions().find(session.id())).isEmpty();
  }

  @Test
  void pagesHoldTheSessionsOfOneAccountTheNewestFirst() {
    opened(sub, NOW.minusSeconds(1));
    var expected = new ArrayList<Session>();
    for (int second = 0; second < 5; second++) {
      expected.addFirst(opened(sub, NOW.plusSeconds(second)));
    }
    opened("somebody-else-" + sub, NOW);

    assertThat(all(2)).isEqualTo(expected);
    assertThat(all(100)).isEqualTo(expected);
  }

  @Test
  void nothingIsLeftOfTheSessionsOfAForgottenAccount() {
    var session = opened(sub, NOW);
    var other = opened("somebody-else-" + sub, NOW);
    ownSessions().forget(sub);
    ownSessions().forget(sub);

    assertThat(sessions().find(session.id())).isEmpty();
    assertThat(sessions().find(other.id())).isPresent();
  }

  private List<Session> all(int limit) {
    var all = new ArrayList<Session>();
    Map<String, String> after = Map.of();
    do {
      var page = ownSessions().of(sub, NOW, limit, after);
      assertThat(page.sessions()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page.sessions());
      after = page.lastKey();
    } while (!after.isEmpty());
    return all;
  }

  private Session opened(String who, Instant at) {
    var session =
        new Session(SessionId.random(random), who, Optional.of("family-1"), at, at, DEVICE);
    sessions().open(session);
    return session;
  }

  private Session found(Session session) {
    return sessions().find(session.id()).orElseThrow();
  }
}
