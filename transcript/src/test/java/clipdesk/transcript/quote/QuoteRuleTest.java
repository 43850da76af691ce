package clipdesk.transcript.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.How;
import clipdesk.transcript.timing.WordTimes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuoteRuleTest {
  private static final int DURATION = 10_000;
  private final WordTimes times = new WordTimes(5);

  QuoteRuleTest() {
    for (var word = 0; word < times.size(); word++) {
      times.set(word, How.A, 1_000 + word * 1_000, 1_800 + word * 1_000, 0);
    }
  }

  @Test
  void edgesInRunningSpeechArePadded() {
    assertThat(quote(1, 3)).isEqualTo(new Quoted.Times(1_850, 3_950, Edge.PADDED, Edge.PADDED));
  }

  @Test
  void edgesLieInPausesThatAreNear() {
    var pauses = List.of(new Stretch(1_500, 2_050), new Stretch(3_850, 4_900));

    assertThat(quote(1, 3, pauses))
        .isEqualTo(new Quoted.Times(1_900, 4_100, Edge.PAUSE, Edge.PAUSE));
  }

  @Test
  void shortPauseGivesNothingOfTheNeighbours() {
    var pauses = List.of(new Stretch(1_880, 2_000), new Stretch(3_800, 3_920));

    assertThat(quote(1, 3, pauses))
        .isEqualTo(new Quoted.Times(1_900, 3_900, Edge.PAUSE, Edge.PAUSE));
  }

  @Test
  void pauseCountsUpToThreeTenthsOfASecond() {
    assertThat(in(List.of(new Stretch(1_000, 1_700)))).isEqualTo(Edge.PAUSE);
    assertThat(in(List.of(new Stretch(1_000, 1_699)))).isEqualTo(Edge.PADDED);
    assertThat(in(List.of(new Stretch(2_100, 2_300)))).isEqualTo(Edge.PAUSE);
    assertThat(in(List.of(new Stretch(2_100, 2_301)))).isEqualTo(Edge.PADDED);
  }

  @Test
  void placedWordIsWidenedByWhatItMayBeOff() {
    times.set(1, How.I, 2_000, 2_800, 400);

    assertThat(quote(1, 2)).isEqualTo(new Quoted.Times(1_600, 3_200, Edge.WIDENED, Edge.WIDENED));
  }

  @Test
  void placedWordIsTakenUpToTwoSeconds() {
    times.set(1, How.I, 2_000, 2_800, 2_000);
    assertThat(quote(1, 3)).isInstanceOf(Quoted.Times.class);

    times.set(1, How.I, 2_000, 2_800, 2_001);
    assertThat(quote(1, 3)).isEqualTo(new Quoted.Untimed(2_001, new WordRange(0, 3)));
  }

  @Test
  void wordsWithoutACertainTimeGiveTheNearestThatHaveOne() {
    times.clear(1, How.U);
    times.set(2, How.E, 3_000, 3_800, 0);

    assertThat(quote(1, 3)).isEqualTo(new Quoted.Untimed(-1, new WordRange(0, 4)));
  }

  @Test
  void nearestWordsMayLieOnOneSideOnlyOrNowhere() {
    times.clear(0, How.U);
    assertThat(quote(0, 1)).isEqualTo(new Quoted.Untimed(-1, new WordRange(1, 2)));

    for (var word = 0; word < times.size(); word++) {
      times.clear(word, How.N);
    }
    assertThat(((Quoted.Untimed) quote(0, 1)).nearest().from())
        .isEqualTo(((Quoted.Untimed) quote(0, 1)).nearest().to());
  }

  @Test
  void quoteStaysInsideOfTheSound() {
    times.set(0, How.A, 50, 300, 0);
    times.set(4, How.A, 9_000, 9_950, 0);

    assertThat(quote(0, 5)).isEqualTo(new Quoted.Times(0, DURATION, Edge.PADDED, Edge.PADDED));
  }

  @Test
  void quoteHasWordsOfTheTranscript() {
    assertThatThrownBy(() -> quote(2, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> quote(4, 6)).isInstanceOf(IllegalArgumentException.class);
  }

  private Edge in(List<Stretch> pauses) {
    return ((Quoted.Times) quote(1, 2, pauses)).in();
  }

  private Quoted quote(int from, int to) {
    return quote(from, to, List.of());
  }

  private Quoted quote(int from, int to, List<Stretch> pauses) {
    return new QuoteRule(times, pauses, DURATION).of(new WordRange(from, to));
  }
}
