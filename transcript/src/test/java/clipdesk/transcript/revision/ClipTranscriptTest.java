package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.json.JsonTree;
import clipdesk.transcript.testing.SampleTalk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A word of the talk takes 400 ms, one begins each half second from the first second on. */
final class ClipTranscriptTest {
  private static final String ID = "3c1f".repeat(10);
  private static final Revision TALK = SampleTalk.aligned();

  @Test
  void subtitlesOfAClipBeginAtItsFirstFrame() {
    assertThat(clip(1_880, 7_480).vtt())
        .isEqualTo(
            """
            WEBVTT

            NOTE clip %s of talk-1, en, revision 1, upload

            00:00:00.080 --> 00:00:05.600
            <v Ana Sample>The council met today and
            it did not sign the treaty.
            """
                .formatted(ID));
  }

  @Test
  void ofAPartOfASentenceThreeDotsAreShown() {
    var clip = clip(3_000, 5_000);

    assertThat(clip.srt())
        .isEqualTo("1\r\n00:00:00,000 --> 00:00:02,000\r\nAna Sample: …met today and it…\r\n\r\n");
    assertThat(clip.txt())
        .isEqualTo("[00:00:00] Ana Sample, Council Spokesperson\n\n…met today and it…\n\n");
    assertThat(clip.words()).isEqualTo("met today and it");
  }

  @Test
  void signsBeforeTheDotsAreLeftOut() {
    var text = SampleTalk.TEXT.replace("met today and", "met today, and");
    var heard = Optional.of(SampleTalk.heard(SampleTalk.spoken()));
    var talk = SampleTalk.make(text, heard, Optional.empty()).revision().orElseThrow();

    assertThat(ClipTranscript.of(ID, talk, 75, 100).txt()).contains("…met today…");
  }

  /** opencast/opencast#7241: a cue across the in-point is not lost. */
  @Test
  void cueAcrossTheInPointStaysAndIsShortened() {
    var clip = clip(3_160, 5_000);
    assertThat(clip.srt()).contains("00:00:00,000 --> ").contains("…met today and it…");

    assertThat(clip(3_200, 5_000).words()).isEqualTo("met today and it");
    assertThat(clip(3_240, 5_000).words()).isEqualTo("today and it");
  }

  @Test
  void wordBelongsToTheClipThatHasItsMiddle() {
    assertThat(clip(3_000, 4_200).words()).isEqualTo("met today");
    assertThat(clip(3_000, 4_240).words()).isEqualTo("met today and");
  }

  @Test
  void nothingOfTheNeighboursIsInAnyForm() {
    var clip = clip(7_500, 10_500);
    for (var form : new String[] {clip.vtt(), clip.srt(), clip.txt(), clip.json()}) {
      assertThat(form)
          .contains("Jon Smyth", "tomorrow")
          .doesNotContain("Ana", "Good", "may", "Spokesperson");
    }
  }

  @Test
  void jsonKeepsTheNumbersOfWordsAndCountsFramesOfTheClip() {
    var json = JsonTree.readAll(clip(3_000, 5_000).json()).getFirst();

    assertThat(json.text("clipId")).contains(ID);
    assertThat(json.get("words").orElseThrow().number("from")).hasValue(4);
    var sentence = list(list(list(json, "turns"), "paragraphs"), "sentences");
    assertThat(sentence.text("text")).contains("met today and it");
    assertThat(sentence.list("frames").orElseThrow().stream().map(JsonTree::value))
        .containsExactly(0.0, 48.0);
    assertThat(sentence.text("how")).contains("A");
  }

  @Test
  void bracketThatNobodySpokeIsNotShown() {
    assertThat(clip(10_400, 14_000).srt()).contains("It may.").doesNotContain("laughs");
  }

  @Test
  void clipInWhichNobodySpeaksHasFilesWithoutCues() {
    var clip = ClipTranscript.of(ID, TALK, 1_000, 1_010);

    assertThat(clip.vtt()).startsWith("WEBVTT\n\nNOTE clip").doesNotContain("-->");
    assertThat(clip.srt()).isEmpty();
    assertThat(clip.txt()).isEmpty();
    assertThat(clip.words()).isEmpty();
    assertThat(clip.speaker()).isEmpty();
    assertThat(JsonTree.readAll(clip.json())).hasSize(1);
  }

  @Test
  void whoSaysMostOfItIsItsSpeaker() {
    assertThat(clip(6_000, 10_500).speaker().orElseThrow().shown()).isEqualTo("Jon Smyth");
    assertThat(clip(1_000, 8_500).speaker().orElseThrow().shown()).isEqualTo("Ana Sample");
  }

  @Test
  void everyWordOfTheTalkIsInOneOfTheClipsThatItIsCutInto() {
    for (var frames = 1; frames <= 50; frames += 7) {
      var words = new StringBuilder();
      for (var in = 0L; in < 550; in += frames) {
        var said = ClipTranscript.of(ID, TALK, in, in + frames).words();
        words.append(said.isEmpty() || words.isEmpty() ? "" : " ").append(said);
      }
      assertThat(words.toString().replaceAll("[^A-Za-z]+", " ").strip())
          .isEqualTo(SampleTalk.spoken());
    }
  }

  @Test
  void estimatedTimesMakeNoSubtitles() {
    var estimated = SampleTalk.make(SampleTalk.TEXT, Optional.empty(), Optional.empty());
    var revision = estimated.revision().orElseThrow();

    assertThatThrownBy(() -> ClipTranscript.of(ID, revision, 0, 100))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClipTranscript clip(int inMs, int outMs) {
    return ClipTranscript.of(
        ID, TALK, TALK.video().frames().shownAt(inMs), TALK.video().frames().notBefore(outMs));
  }

  private static JsonTree list(JsonTree owner, String name) {
    return owner.list(name).orElseThrow().getFirst();
  }
}
