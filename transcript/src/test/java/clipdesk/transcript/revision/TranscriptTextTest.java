package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.testing.SampleTalk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TranscriptTextTest {
  private final Revision revision = SampleTalk.aligned();

  @Test
  void textSaysWhoSpeaksAndWhen() {
    assertThat(TranscriptText.txt(revision, Window.WHOLE))
        .startsWith("[00:00:01] Ana Sample, Council Spokesperson\n\nGood morning. The council met")
        .contains("\n\n[00:00:07] Jon Smyth (WXYZ)\n\nWill it sign the treaty tomorrow?\n\n")
        .contains("It may. [laughs] We shall see <soon> & well.\n")
        .endsWith("Nothing at all.\n\n");
  }

  @Test
  void textOfAPartHasTheSentencesInIt() {
    assertThat(TranscriptText.txt(revision, Window.of(7_500, 10_500)))
        .isEqualTo("[00:00:07] Jon Smyth (WXYZ)\n\nWill it sign the treaty tomorrow?\n\n");
    assertThat(TranscriptText.txt(revision, Window.of(50_000, 60_000))).isEmpty();
  }

  @Test
  void subtitlesOfAPartHaveItsWordsAndNoOthers() {
    var part = Window.of(8_000, 9_000);

    assertThat(TranscriptText.vtt(revision, part))
        .isEqualTo(
            "WEBVTT\n\nNOTE talk-1, en, revision 1, upload\n\n"
                + "00:00:08.000 --> 00:00:09.000\n<v Jon Smyth>it sign\n");
    assertThat(TranscriptText.srt(revision, part))
        .isEqualTo("1\r\n00:00:08,000 --> 00:00:09,000\r\nJon Smyth: it sign\r\n\r\n");
    assertThat(TranscriptText.vtt(revision, Window.of(50_000, 60_000)))
        .isEqualTo("WEBVTT\n\nNOTE talk-1, en, revision 1, upload\n");
  }

  @Test
  void markupOfTheTextIsNoneInSubtitles() {
    assertThat(TranscriptText.vtt(revision, Window.WHOLE))
        .contains("see &lt;soon&gt; &amp; well.")
        .doesNotContain("laughs");
  }

  @Test
  void estimatesGiveNoSubtitles() {
    var estimated =
        SampleTalk.make(SampleTalk.TEXT, Optional.empty(), Optional.empty())
            .revision()
            .orElseThrow();

    assertThatThrownBy(() -> TranscriptText.vtt(estimated, Window.WHOLE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TranscriptText.txt(estimated, Window.WHOLE)).startsWith("[00:00:00] Ana Sample");
  }

  @Test
  void textWithoutTimesHasNoClock() {
    assertThat(TranscriptText.txt(revision.untimed(SampleTalk.VIDEO), Window.WHOLE))
        .startsWith("Ana Sample, Council Spokesperson\n\nGood morning.");
  }
}
