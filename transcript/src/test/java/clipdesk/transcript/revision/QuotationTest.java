package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.quote.Edge;
import clipdesk.transcript.revision.Quotation.Stale;
import clipdesk.transcript.revision.Quotation.Standing;
import clipdesk.transcript.revision.Quotation.Taken;
import clipdesk.transcript.revision.Quotation.Untimed;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.testing.SampleTalk;
import clipdesk.transcript.timing.Activity.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuotationTest {
  private static final Revision TALK = SampleTalk.aligned();
  private static final WordRange QUESTION = new WordRange(13, 19);

  @Test
  void quoteSaysItsWordsAndTheFramesInWhichTheyAreWhole() {
    assertThat(Quotation.of(TALK, new WordRange(2, 13)))
        .isEqualTo(
            new Taken(
                1,
                new WordRange(2, 13),
                "The council met today and it did not sign the treaty.",
                46,
                189,
                Edge.PADDED,
                Edge.PADDED));
  }

  @Test
  void quoteOfTwoSpeakersSaysNothingOfTheLabelBetween() {
    assertThat(taken(Quotation.of(TALK, new WordRange(12, 15))).text())
        .isEqualTo("treaty. Will it");
  }

  @Test
  void lastWordOfTheSoundEndsWithIt() {
    var late = SampleTalk.transcribe(SampleTalk.spoken()).replace("\"20.400\"", "\"60.000\"");
    var talk = aligned(SampleTalk.TEXT, late);

    var quote = taken(Quotation.of(talk, new WordRange(36, 39)));

    assertThat(quote.out()).isEqualTo(SampleTalk.VIDEO.frames().frames());
  }

  @Test
  void gapBetweenHeardWordsIsAPauseUnlessWordsWerePlacedInIt() {
    var spoken = SampleTalk.transcribe(SampleTalk.spoken());
    assertThat(TALK.pauses()).isEmpty();

    var shorter = spoken.replace("\"2.400\"", "\"2.300\"");
    assertThat(aligned(SampleTalk.TEXT, shorter).pauses())
        .containsExactly(new Stretch(2_300, 2_500));
    assertThat(taken(Quotation.of(aligned(SampleTalk.TEXT, shorter), new WordRange(3, 5))).begin())
        .isEqualTo(Edge.PAUSE);

    var unheard = SampleTalk.spoken().replace(" council met ", " ");
    var gap = SampleTalk.transcribe(unheard);
    for (var ms = 20_500; ms >= 2_500; ms -= 500) {
      gap =
          gap.replace(seconds(ms), seconds(ms + 1_000))
              .replace(seconds(ms + 400), seconds(ms + 1_400));
    }
    var placed = aligned(SampleTalk.TEXT, gap);
    assertThat(placed.times().hasTime(3)).isTrue();
    assertThat(placed.pauses()).isEmpty();
  }

  @Test
  void quoteOfAnEarlierRevisionIsTakenIfItIsSaidInTheSameFrames() {
    var now = corrected();

    var quote = taken(Quotation.of(TALK, QUESTION, now));

    assertThat(quote.revision()).isEqualTo(2);
    assertThat(quote.words()).isEqualTo(new WordRange(12, 18));
    assertThat(quote.text()).isEqualTo("Will it sign the treaty tomorrow?");
    var before = taken(Quotation.of(TALK, QUESTION));
    assertThat(List.of(quote.in(), quote.out())).isEqualTo(List.of(before.in(), before.out()));
  }

  @Test
  void quoteOfWordsThatAreCorrectedIsStaleAndStandsNowhere() {
    assertThat(Quotation.of(TALK, new WordRange(7, 10), corrected()))
        .isEqualTo(new Stale(2, Optional.empty()));
  }

  @Test
  void quoteThatIsSaidInOtherFramesIsStaleAndSaysWhereItStands() {
    var now =
        SampleTalk.make(
                SampleTalk.TEXT,
                Optional.of(SampleTalk.heard("well well " + SampleTalk.spoken())),
                Optional.of(TALK))
            .revision()
            .orElseThrow();

    assertThat(Quotation.of(TALK, QUESTION, now))
        .isEqualTo(
            new Stale(2, Optional.of(new Standing(QUESTION, "Will it sign the treaty tomorrow?"))));
  }

  @Test
  void withoutTimesNothingIsQuotedOfWhicheverRevision() {
    var estimate = SampleTalk.make(SampleTalk.TEXT, Optional.empty(), Optional.of(TALK));
    var untimed = estimate.revision().orElseThrow();

    assertThat(Quotation.of(untimed, QUESTION)).isInstanceOf(Untimed.class);
    assertThat(Quotation.of(untimed, QUESTION, untimed.numbered(3))).isInstanceOf(Untimed.class);
    assertThat(Quotation.of(TALK, QUESTION, untimed)).isInstanceOf(Stale.class);
    assertThat(Quotation.of(untimed, QUESTION, TALK.numbered(3))).isInstanceOf(Stale.class);
  }

  @Test
  void noQuoteIsEverMovedInSilence() {
    var taken = 0;
    for (var seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var now = changed(random);
      for (var round = 0; round < 20; round++) {
        var from = random.nextInt(TALK.times().size() - 1);
        var words = new WordRange(from, from + 1 + random.nextInt(Math.min(8, 39 - from - 1) + 1));
        var before = Quotation.of(TALK, words);
        if (Quotation.of(TALK, words, now) instanceof Taken quote) {
          taken++;
          assertThat(said(now, quote.words())).isEqualTo(said(TALK, words));
          assertThat(List.of(quote.in(), quote.out()))
              .isEqualTo(List.of(taken(before).in(), taken(before).out()));
        }
      }
    }
    assertThat(taken).isBetween(40, 400);
  }

  private static List<String> said(Revision revision, WordRange words) {
    var said = new ArrayList<String>();
    for (var word = words.from(); word < words.to(); word++) {
      said.add(revision.script().word(word));
    }
    return said;
  }

  /** Some words of the text taken away or said twice, and of the sound likewise. */
  private static Revision changed(Random random) {
    var text = new StringBuilder();
    for (var line : SampleTalk.TEXT.split("\n", -1)) {
      var label = line.contains(",") || line.isEmpty();
      for (var word : line.split(" ", -1)) {
        var kept = label ? 1 : random.nextInt(12) == 0 ? random.nextInt(3) : 1;
        text.append((word + " ").repeat(kept));
      }
      text.append("\n");
    }
    var heard = random.nextBoolean() ? SampleTalk.spoken() : "so " + SampleTalk.spoken();
    return SampleTalk.make(text.toString(), Optional.of(SampleTalk.heard(heard)), Optional.of(TALK))
        .revision()
        .orElseThrow();
  }

  private static Revision corrected() {
    var text = SampleTalk.TEXT.replace("did not sign", "never signed");
    return SampleTalk.make(
            text, Optional.of(SampleTalk.heard(SampleTalk.spoken())), Optional.of(TALK))
        .revision()
        .orElseThrow();
  }

  private static Revision aligned(String text, String heard) {
    var words = HeardReader.read(heard.getBytes(StandardCharsets.UTF_8), 60_000);
    return SampleTalk.make(text, Optional.of(words), Optional.empty()).revision().orElseThrow();
  }

  private static String seconds(int ms) {
    return "\"%d.%03d\"".formatted(ms / 1_000, ms % 1_000);
  }

  private static Taken taken(Quotation quotation) {
    assertThat(quotation).isInstanceOf(Taken.class);
    return (Taken) quotation;
  }
}
