package clipdesk.media.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.media.transcripts.HeardWordsContract;
import clipdesk.media.transcripts.InMemoryActivities;
import clipdesk.media.transcripts.InMemoryRecognitionRequests;
import clipdesk.media.transcripts.RecognisedSound;
import clipdesk.media.transcripts.RecognisedWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

/** Words that a recogniser was asked for. */
abstract class RecognisedWordsContract extends HeardWordsContract {
  private static final Duration SOON = Duration.ofSeconds(30);

  final RecognisedSound sound = new RecognisedSound(key, video.masterVersion());
  final KeptSounds sounds = new KeptSounds();
  private final InMemoryRecognitionRequests requests = new InMemoryRecognitionRequests();

  abstract WordsSource recogniser();

  /** Has it hear these words in the sound. */
  abstract void hears(byte[] words);

  @Override
  protected final void bring(byte[] words) {
    requests.ask(sound);
    hears(words);
    var end = Instant.now().plus(SOON);
    while (!requests.open().isEmpty() && Instant.now().isBefore(end)) {
      look();
    }
    assertThat(requests.open()).isEmpty();
  }

  /** Also somebody asks again, whose request finds that all is there. */
  @Override
  protected final void tellAgain() {
    look();
    requests.ask(sound);
    look();
  }

  @Override
  protected String source() {
    return "fixture";
  }

  private void look() {
    var words = new RecognisedWords(transcripts, new InMemoryActivities(), InstantSource.system());
    var recognise = new RecogniseSounds(videos, requests, sounds, recogniser(), source(), words);
    recognise.bringOn(recognise.open());
  }

  @AfterEach
  final void nobodyWaitsForWordsAnyMore() {
    assertThat(requests.open()).isEmpty();
  }
}
