package clipdesk.accounts.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every way through the accounts does; pages are of three rows. */
abstract class AccountPagesContract {
  static final int ROWS = 3;

  private static final int MOST_PAGES = 10;

  private static final Instant MADE = Instant.parse("2026-02-12T10:00:00Z");
  private static final Instant LATER = MADE.plusSeconds(1);

  abstract AccountPages pages();

  /** Makes an account. */
  abstract void put(String sub, Instant createdAt);

  abstract void remove(String sub);

  @Test
  void everyAccountComesOnceInAPassAndAgainInTheNext() {
    var subs = IntStream.range(0, 7).mapToObj(number -> "sub-" + number).toList();
    subs.forEach(sub -> put(sub, MADE));

    assertThat(pass()).containsExactlyInAnyOrderElementsOf(subs);
    assertThat(pass()).containsExactlyInAnyOrderElementsOf(subs);
  }

  @Test
  void pageIsNeverLongerThanItsRows() {
    IntStream.range(0, 7).forEach(number -> put("sub-" + number, MADE));

    assertThat(pages().next(LATER).subs()).hasSizeLessThanOrEqualTo(ROWS);
  }

  @Test
  void pageThatWasNotTurnedComesAgain() {
    IntStream.range(0, 7).forEach(number -> put("sub-" + number, MADE));

    assertThat(pages().next(LATER)).isEqualTo(pages().next(LATER));
  }

  @Test
  void accountsAreLeftOutUntilTheyAreOldEnough() {
    put("old", MADE);
    put("young", LATER);

    assertThat(pass()).containsExactly("old");
  }

  @Test
  void passGoesOnBehindAnAccountThatWasRemovedAtThePagesEdge() {
    var subs = IntStream.range(0, 7).mapToObj(number -> "sub-" + number).toList();
    subs.forEach(sub -> put(sub, MADE));
    var first = pages().next(LATER);
    first.subs().forEach(this::remove);
    pages().turn(first, Optional.empty());

    var rest = new ArrayList<>(subs);
    rest.removeAll(first.subs());
    assertThat(pass()).containsExactlyInAnyOrderElementsOf(rest);
  }

  @Test
  void witnessIsKeptUntilThereIsAnother() {
    put("sub", MADE);
    assertThat(pages().next(LATER).witness()).isEmpty();

    pages().turn(pages().next(LATER), Optional.of("first"));
    assertThat(pages().next(LATER).witness()).contains("first");

    pages().turn(pages().next(LATER), Optional.of("second"));
    assertThat(pages().next(LATER).witness()).contains("second");

    pages().turn(pages().next(LATER), Optional.empty());
    assertThat(pages().next(LATER).witness()).isEmpty();
  }

  /** From where the pages stand to the end. */
  final List<String> pass() {
    var subs = new ArrayList<String>();
    for (int turned = 0; turned < MOST_PAGES; turned++) {
      var page = pages().next(LATER);
      subs.addAll(page.subs());
      pages().turn(page, page.witness());
      if (page.end().isEmpty()) {
        return subs;
      }
    }
    throw new AssertionError("No end after %d pages: %s".formatted(MOST_PAGES, subs));
  }
}
