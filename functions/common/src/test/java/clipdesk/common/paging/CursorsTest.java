package clipdesk.common.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T12:00:00Z");
  private static final Map<String, String> LAST = Map.of("pk", "PUB", "sk", "2026-02-12#a");

  private final Cursors cursors = at(NOW);
  private final String cursor = cursors.encode("/v1/videos", LAST);

  @Test
  void cursorGivesItsKeyBackForItsList() {
    assertThat(cursors.decode("/v1/videos", cursor)).isEqualTo(LAST);
  }

  @Test
  void cursorOfAnotherListIsRefused() {
    assertRefused(cursors, "/v1/videos?event=x", cursor);
  }

  @Test
  void cursorIsGoodForLessThanADay() {
    assertThat(at(NOW.plus(Cursors.LIFE).minusSeconds(1)).decode("/v1/videos", cursor))
        .isEqualTo(LAST);
    assertRefused(at(NOW.plus(Cursors.LIFE)), "/v1/videos", cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b", "%%%.e30", "AAAA.e30"})
  void rubbishIsRefused(String rubbish) {
    assertRefused(cursors, "/v1/videos", rubbish);
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    for (int i = 0; i < cursor.length(); i++) {
      var tampered = new StringBuilder(cursor);
      tampered.setCharAt(i, cursor.charAt(i) == 'A' ? 'Q' : 'A');
      assertRefused(cursors, "/v1/videos", tampered.toString());
    }
  }

  private static void assertRefused(Cursors cursors, String scope, String cursor) {
    assertThatThrownBy(() -> cursors.decode(scope, cursor)).isInstanceOf(ProblemException.class);
  }

  private static Cursors at(Instant now) {
    return new Cursors(() -> new byte[] {1, 2, 3}, InstantSource.fixed(now));
  }
}
