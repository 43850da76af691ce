package clipdesk.newsletters.exports;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.newsletters.exports.SubscriberExport.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of exports keeps. */
abstract class ExportsContract {
  static final SubscriberExport BEGUN = begun("4f0c1d7a2b9e8c3f6a5d0b1e7c");

  private static SubscriberExport begun(String id) {
    return SubscriberExport.begun(
        id, "announcements", "eve", Instant.parse("2026-02-12T15:00:00Z"));
  }

  abstract Exports exports();

  @Test
  void exportIsReadAsItWasWritten() {
    var exports = exports();
    assertThat(exports.find(BEGUN.id())).isEmpty();
    assertThat(exports.create(BEGUN)).isTrue();
    assertThat(exports.create(BEGUN)).isFalse();
    assertThat(exports.find(BEGUN.id())).contains(BEGUN);

    var at = BEGUN;
    var place = BEGUN.place();
    for (int i = 0; i <= 16; i++) {
      var next = i == 0 ? at.under("u-1") : at.written("part", place, /* more= */ 3);
      assertThat(exports.change(at, next)).isTrue();
      assertThat(exports.find(BEGUN.id())).contains(next);
      at = next;
      place = place.next(i == 0 ? Optional.of("s-1") : Optional.empty());
    }
    assertThat(place.end()).isTrue();
    assertThat(exports.change(at, at.in(State.DONE))).isTrue();
    assertThat(exports.find(BEGUN.id()).orElseThrow().is(State.DONE)).isTrue();
    assertThat(exports.find(BEGUN.id()).orElseThrow().parts())
        .hasSize(16)
        .isEqualTo(List.copyOf(at.parts()));
  }

  @Test
  void whatSomebodyElseChangedIsNotChanged() {
    var begun = begun("5".repeat(26));
    var exports = exports();
    exports.create(begun);
    exports.change(begun, begun.under("u-1"));

    assertThat(exports.change(begun, begun.under("u-2"))).isFalse();
    assertThat(exports.change(begun, begun.under("u-1"))).isTrue();
  }
}
