package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.clips.Requesters.Asking;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody who remembers askings does. */
abstract class RequestersContract {
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  private static final ClipId ONE = new ClipId("1".repeat(40));
  private static final ClipId TWO = new ClipId("2".repeat(40));
  private static final ClipId THREE = new ClipId("3".repeat(40));

  private static final ClipQuote QUOTE =
      new ClipQuote("en", 4, 7, 12, "The council – “did not” sign.", "pause", "padded");

  private final String account = "account-" + UUID.randomUUID();

  abstract Requesters requesters();

  @Test
  void anAskingIsFoundByItsAccountAlone() {
    requesters().asked(account, ONE, label("Arctic"), NOW);
    assertThat(requesters().find(account, ONE)).contains(new Asking(ONE, NOW, label("Arctic")));
    assertThat(requesters().find("somebody", ONE)).isEmpty();
  }

  @Test
  void askingsArePagedNewestFirst() {
    requesters().asked(account, THREE, OwnWords.NONE, NOW);
    requesters().asked(account, ONE, OwnWords.NONE, NOW.plusMillis(31));
    requesters().asked(account, TWO, OwnWords.NONE, NOW.plusSeconds(1));
    var first = requesters().of(account, 2, Map.of());
    assertThat(first.askings()).extracting(Asking::id).containsExactly(TWO, ONE);
    assertThat(requesters().of(account, 2, first.lastKey()).askings())
        .extracting(Asking::id)
        .containsExactly(THREE);
  }

  @Test
  void askedAgainAClipMovesToTheTopWithItsNewLabel() {
    requesters().asked(account, ONE, label("old"), NOW);
    requesters().asked(account, TWO, OwnWords.NONE, NOW.plusSeconds(1));
    requesters().asked(account, ONE, label("new"), NOW.plusSeconds(2));
    assertThat(requesters().of(account, 10, Map.of()).askings())
        .extracting(Asking::words)
        .containsExactly(label("new"), OwnWords.NONE);
  }

  @Test
  void quoteStaysWithTheAskingUntilTheClipIsAskedForInOtherWords() {
    var words = new OwnWords(Optional.empty(), Optional.of(QUOTE));
    requesters().asked(account, ONE, words, NOW);
    assertThat(requesters().find(account, ONE)).contains(new Asking(ONE, NOW, words));

    requesters().asked(account, ONE, label("frames"), NOW.plusSeconds(1));
    assertThat(requesters().find(account, ONE).orElseThrow().words()).isEqualTo(label("frames"));
  }

  private static OwnWords label(String label) {
    return new OwnWords(Optional.of(label), Optional.empty());
  }
}
