package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.align.Aligner;
import clipdesk.transcript.edits.Anchor;
import clipdesk.transcript.edits.Edit;
import clipdesk.transcript.edits.Op;
import clipdesk.transcript.heard.Heard;
import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.heard.HeardWord;
import clipdesk.transcript.parse.Answers;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.RefusedInputException;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.WordRange;
import clipdesk.transcript.testing.RandomTexts;
import clipdesk.transcript.testing.SampleTalk;
import clipdesk.transcript.timing.Activity;
import clipdesk.transcript.timing.Activity.Stretch;
import clipdesk.transcript.timing.How;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RevisionMakerTest {
  private static final Optional<Revision> FIRST = Optional.empty();
  private static final String NO_SOUND = Aligner.version(Optional.empty());

  @Test
  void wordsOfTheTextGetTheTimesOfThoseHeard() {
    var made = SampleTalk.aligned();

    assertThat(made.number()).isEqualTo(1);
    assertThat(made.timing()).isEqualTo(Timing.ALIGNED);
    assertThat(made.source()).contains("upload");
    assertThat(made.times().how(0)).isEqualTo(How.A);
    assertThat(made.times().in(1)).isEqualTo(1_500);
    assertThat(made.sharePerMille()).isGreaterThan(900);
  }

  @Test
  void withoutWordsTimesAreEstimatesAndCalledSo() {
    var made = SampleTalk.make(SampleTalk.TEXT, Optional.empty(), FIRST).revision().orElseThrow();

    assertThat(made.timing()).isEqualTo(Timing.ESTIMATED);
    assertThat(made.source()).isEmpty();
    assertThat(made.times().how(0)).isEqualTo(How.E);
  }

  @Test
  void wordsOfCuesAreNeverCalledHeard() {
    var vtt = "WEBVTT\n\n00:01.000 --> 00:31.000\n" + SampleTalk.spoken() + "\n";
    var cues = HeardReader.read(vtt.getBytes(StandardCharsets.UTF_8), 60_000);

    var made = SampleTalk.make(SampleTalk.TEXT, Optional.of(cues), FIRST).revision().orElseThrow();

    assertThat(made.timing()).isEqualTo(Timing.CUES);
    assertThat(made.source()).contains("cues");
    for (var word = 0; word < made.times().size(); word++) {
      assertThat(made.times().how(word).isCertain()).isFalse();
    }
  }

  @Test
  void textOfAnotherTalkGivesNoRevision() {
    var other = SampleTalk.heard("entirely different sounds were made by somebody else elsewhere");

    var made = SampleTalk.make(SampleTalk.TEXT, Optional.of(other), FIRST);

    assertThat(made.isMismatch()).isTrue();
    assertThat(made.script().turns()).hasSize(6);
  }

  @Test
  void correctedWordMovesNoTimeAndIsMapped() {
    var before = SampleTalk.aligned();
    var text = SampleTalk.TEXT.replace("did not sign", "never signed");
    var heard = SampleTalk.heard(SampleTalk.spoken());

    var after = SampleTalk.make(text, Optional.of(heard), Optional.of(before));
    var now = after.revision().orElseThrow();

    assertThat(now.number()).isEqualTo(2);
    var run = new WordRange(15, 20);
    var mapped = now.fromBefore().of(run).orElseThrow();
    for (var word = 0; word < 5; word++) {
      assertThat(now.script().word(mapped.from() + word))
          .isEqualTo(before.script().word(run.from() + word));
      assertThat(now.times().in(mapped.from() + word))
          .isEqualTo(before.times().in(run.from() + word));
    }
    assertThat(now.fromBefore().of(new WordRange(7, 10))).isEmpty();
  }

  @Test
  void wordsThatWereNotHeardAreReportedOnceAndNotIfAnEditorSaidSo() {
    var text =
        SampleTalk.TEXT.replace("Good morning.", "Good morning. " + "Nobody said this. ".repeat(9));
    var heard = Optional.of(SampleTalk.heard(SampleTalk.spoken()));

    assertThat(SampleTalk.make(text, heard, FIRST).findings())
        .filteredOn(it -> it.code() == Finding.Code.UNHEARD_WORDS)
        .singleElement()
        .satisfies(it -> assertThat(it.line()).isEqualTo(2))
        .satisfies(it -> assertThat(it.done()).isEqualTo(Finding.Done.LEFT_UNTIMED))
        .satisfies(it -> assertThat(Answers.to(it)).startsWith(Op.NOT_SPOKEN));

    var told = new Edit.Spoken(new Anchor("Nobody said this. ".repeat(9), 0), false);
    assertThat(SampleTalk.make(text, heard, FIRST, told).findings())
        .extracting(Finding::code)
        .doesNotContain(Finding.Code.UNHEARD_WORDS);
  }

  @Test
  void textThatNobodyCouldSpeakInTheTimeIsReported() {
    var long_ = "Ana Sample, Spokesperson\n" + "internationalisation ".repeat(120);

    assertThat(SampleTalk.make(long_, Optional.empty(), FIRST).findings())
        .extracting(Finding::code)
        .contains(Finding.Code.TEXT_LONGER_THAN_SOUND);
    assertThat(SampleTalk.make(SampleTalk.TEXT, Optional.empty(), FIRST).findings())
        .extracting(Finding::code)
        .doesNotContain(Finding.Code.TEXT_LONGER_THAN_SOUND);
  }

  @Test
  void whatIsWrittenIsReadBackAndWrittenTheSame() {
    var first = SampleTalk.aligned();
    var second =
        SampleTalk.make(SampleTalk.TEXT, Optional.empty(), Optional.of(first))
            .revision()
            .orElseThrow();
    for (var revision : new Revision[] {first, second, second.untimed(SampleTalk.VIDEO)}) {
      checkRoundTrip(revision);
    }
  }

  @Test
  void everyOddTextIsWrittenAndReadBack() {
    for (var seed = 0; seed < 200; seed++) {
      var text = RandomTexts.of(seed);
      try {
        checkRoundTrip(SampleTalk.make(text, Optional.empty(), FIRST).revision().orElseThrow());
      } catch (MalformedInputException empty) {
        assertThat(empty.code()).isEqualTo("empty");
      }
    }
  }

  private static void checkRoundTrip(Revision revision) {
    var text = RevisionWriter.write(revision);
    var read = RevisionReader.read(text);

    assertThat(RevisionWriter.write(read)).isEqualTo(text);
    assertThat(read.times()).isEqualTo(revision.times());
    assertThat(read.script().words()).isEqualTo(revision.script().words());
    assertThat(read.script().turns()).isEqualTo(revision.script().turns());
    assertThat(read.script().official()).isEqualTo(revision.script().official());
    assertThat(TranscriptJson.of(read, Window.WHOLE))
        .isEqualTo(TranscriptJson.of(revision, Window.WHOLE));
  }

  @Test
  void revisionSaysWhichAlignerMadeItForEver() {
    var text = RevisionWriter.write(SampleTalk.aligned());
    var old = text.replace("\"aligner\":\"" + NO_SOUND + "\"", "\"aligner\":\"0\"");

    assertThat(SampleTalk.aligned().aligner()).isEqualTo(NO_SOUND);
    assertThat(RevisionWriter.write(RevisionReader.read(old))).isEqualTo(old).isNotEqualTo(text);
  }

  @Test
  void pausesAreThoseOfTheSoundWhereItWasListenedTo() {
    var speech = new BitSet();
    speech.set(100, 790);
    speech.set(1_000, 2_240);
    var sound = new Activity(speech, 60_000);

    var made = SampleTalk.of(SampleTalk.TEXT, paused(), sound).revision().orElseThrow();
    var estimated = SampleTalk.of(SampleTalk.TEXT, Optional.empty(), sound);

    assertThat(made.pauses())
        .containsExactly(
            new Stretch(0, 1_000), new Stretch(7_900, 10_000), new Stretch(22_400, 60_000));
    assertThat(made.aligner())
        .isEqualTo(Aligner.version(Optional.of(sound)))
        .isNotEqualTo(NO_SOUND);
    assertThat(estimated.revision().orElseThrow().aligner()).isEqualTo(NO_SOUND);
  }

  @Test
  void soundThatContradictsItsWordsChangesNothing() {
    var silent = new Activity(new BitSet(), 60_000);

    var made = SampleTalk.of(SampleTalk.TEXT, paused(), silent);

    assertThat(made).isEqualTo(SampleTalk.make(SampleTalk.TEXT, paused(), FIRST));
  }

  /** Two seconds of nothing after the fourteenth word. */
  private static Optional<Heard> paused() {
    var words =
        SampleTalk.heard(SampleTalk.spoken()).words().stream()
            .map(it -> it.inMs() < 8_000 ? it : later(it))
            .toList();
    return Optional.of(new Heard(Heard.Form.TRANSCRIBE, words));
  }

  private static HeardWord later(HeardWord it) {
    return new HeardWord(
        it.text(), it.inMs() + 2_000, it.outMs() + 2_000, it.confidence(), it.speaker());
  }

  @Test
  void sameInputGivesTheSameBytes() {
    assertThat(RevisionWriter.write(SampleTalk.aligned()))
        .isEqualTo(RevisionWriter.write(SampleTalk.aligned()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"schema\":2}", "{\"schema\":1}", "nonsense", "{}{}"})
  void whatIsNoRevisionIsRefused(String text) {
    assertThatThrownBy(() -> RevisionReader.read(text)).isInstanceOf(RefusedInputException.class);
  }

  @Test
  void spoiltRevisionIsRefused() {
    var text = RevisionWriter.write(SampleTalk.aligned());
    for (var at = 0; at < text.length() - 1; at += 97) {
      var cut = text.substring(0, at);
      assertThatThrownBy(() -> RevisionReader.read(cut)).isInstanceOf(RefusedInputException.class);
    }
    assertThatThrownBy(() -> RevisionReader.read(text.replace("\"how\":\"A", "\"how\":\"")))
        .isInstanceOf(RefusedInputException.class);
  }
}
