package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.testing.SampleTalk;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** From when one listens to a place. Word {@code n} is spoken from 1 s + n · 500 ms on. */
final class MomentsTest {
  private static final WordRange COUNCIL = new WordRange(2, 9);
  private static final WordRange BEGINNING = new WordRange(0, 0);

  @Test
  void placeIsHeardFromItsFirstWordOn() {
    assertThat(listenFrom(SampleTalk.aligned(), COUNCIL)).hasValue(2_000);
  }

  @Test
  void wordsThatWereNotSpokenAreListenedForFromTheEndOfThoseBefore() {
    var question = "Will it sign the treaty tomorrow";
    var without = SampleTalk.heard(SampleTalk.spoken().replace(question + " ", ""));
    var unspoken = new Edit.Spoken(new Anchor(question, 0), false);
    var revision =
        SampleTalk.make(SampleTalk.TEXT, Optional.of(without), Optional.empty(), unspoken);

    assertThat(listenFrom(revision.revision().orElseThrow(), new WordRange(13, 19)))
        .hasValue(7_400);
  }

  @Test
  void placeWithoutWordsIsListenedToFromTheEndOfThoseBefore() {
    assertThat(listenFrom(SampleTalk.aligned(), new WordRange(2, 2))).hasValue(1_900);
    assertThat(listenFrom(SampleTalk.aligned(), BEGINNING)).isEmpty();
  }

  @Test
  void estimatesAreToldToTheSecond() {
    var made = SampleTalk.make(SampleTalk.TEXT, Optional.empty(), Optional.empty());
    var estimated = made.revision().orElseThrow();

    assertThat(listenFrom(estimated, COUNCIL).orElseThrow() % 1_000).isZero();
    assertThat(estimated.times().in(2) % 1_000).isNotZero();
  }

  @Test
  void nothingIsHeardWithoutTimes() {
    var replaced = SampleTalk.aligned().untimed(SampleTalk.VIDEO);

    assertThat(listenFrom(replaced, COUNCIL)).isEmpty();
  }

  private static OptionalInt listenFrom(Revision revision, WordRange words) {
    return new Moments(revision).listenFromMs(words);
  }
}
