package clipdesk.newsletters.imports;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.imports.SubscriberImport.Refusal;
import clipdesk.newsletters.imports.SubscriberImport.State;
import clipdesk.newsletters.imports.SubscriberImport.Wish;
import clipdesk.newsletters.lists.ListLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of imports keeps. */
abstract class ImportsContract {
  static final SubscriberImport BEGUN = begun("4f0c1d7a2b9e8c3f6a5d0b1e7c");

  private static SubscriberImport begun(String id) {
    return SubscriberImport.begun(
        id,
        new Wish(List.of("announcements", "press"), Language.UK, /* ask= */ true, "eve", "hash"),
        Instant.parse("2026-02-12T15:00:00Z"));
  }

  abstract Imports imports();

  static List<Judged> page() {
    return List.of(
        new Judged(new ListLine.Bad(2, "email", "formula"), Verdict.MALFORMED, "email", "formula"),
        new Judged(new ListLine.Bad(3, "", "cells"), Verdict.MALFORMED, "", "cells"));
  }

  @Test
  void importIsReadAsItWasWritten() {
    var imports = imports();
    assertThat(imports.find(BEGUN.id())).isEmpty();

    assertThat(imports.create(BEGUN)).isTrue();
    assertThat(imports.create(BEGUN)).isFalse();
    assertThat(imports.find(BEGUN.id())).contains(BEGUN);
    assertThat(imports.find(BEGUN.id()).orElseThrow().wish().bodyHash()).isEqualTo("hash");

    var at = BEGUN;
    for (var next :
        List.of(
            at.checking("v-1"),
            at.checking("v-1").checked(page()),
            at.checking("v-1").checked(page()).in(State.CHECKED),
            at.checking("v-1").checked(page()).in(State.CHECKED).doing(page()),
            at.checking("v-1").checked(page()).in(State.CHECKED).doing(page()).done(),
            at.checking("v-1")
                .checked(page())
                .in(State.CHECKED)
                .doing(page())
                .done()
                .refused(new Refusal("not-csv", 7)))) {
      assertThat(imports.change(at, next)).isTrue();
      assertThat(imports.find(BEGUN.id())).contains(next);
      at = next;
    }
    assertThat(imports.find(BEGUN.id()).orElseThrow().wish().bodyHash()).isEqualTo("hash");
  }

  @Test
  void whatSomebodyElseChangedIsNotChanged() {
    var begun = begun("5".repeat(26));
    var imports = imports();
    imports.create(begun);
    imports.change(begun, begun.checking("v-1"));

    assertThat(imports.change(begun, begun.checking("v-2"))).isFalse();
    assertThat(imports.find(begun.id()).orElseThrow().file()).contains("v-1");
    assertThat(imports.change(begun, begun.checking("v-1")))
        .as("repeated after a lost answer")
        .isTrue();
  }
}
