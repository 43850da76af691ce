package clipdesk.media.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.recognition.WordsSource.Answer;
import clipdesk.media.transcripts.RecognisedSound;
import clipdesk.media.transcripts.TranscriptKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class WordsSourceContract {
  static final byte[] WORDS = "{\"results\":{\"items\":[]}}".getBytes(UTF_8);

  final RecognisedSound sound =
      new RecognisedSound(
          new TranscriptKey("video-" + UUID.randomUUID().toString().substring(0, 8), "en"),
          "9f2c11d0a4be7710");
  final String track = "sound/%s/a1.m4a".formatted(sound.videoId());

  abstract WordsSource source();

  /** Has its words end so, once they are asked for, or as soon as they are. */
  abstract void knowing(Answer end);

  /** How often somebody had to listen. */
  abstract int jobs();

  @Test
  void soundIsHeardOnceHoweverOftenItsWordsAreAskedFor() {
    knowing(new Answer.Here(WORDS));
    assertThat(asked()).isEqualTo(new Answer.Here(WORDS));
    assertThat(source().ask(sound, track, "en-GB")).isEqualTo(new Answer.Here(WORDS));
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void soundThatCannotBeHeardStaysSo() {
    knowing(new Answer.Failed("any"));
    assertThat(asked()).isInstanceOf(Answer.Failed.class);
    assertThat(source().ask(sound, track, "en-GB")).isInstanceOf(Answer.Failed.class);
    assertThat(jobs()).isEqualTo(1);
  }

  /** The first that is no {@link Answer.Coming}. */
  abstract Answer asked();
}
