package clipdesk.media.recognition;

import clipdesk.media.recognition.WordsSource.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TranscribeWordsIT extends WordsSourceContract {
  private static final Duration SOON = Duration.ofSeconds(30);

  @RegisterExtension static final LocalTranscribe LOCAL = new LocalTranscribe();

  @Override
  WordsSource source() {
    return LOCAL.words();
  }

  /** The emulator fails a job whose sound it knows no words of. */
  @Override
  void knowing(Answer end) {
    if (end instanceof Answer.Here here) {
      LOCAL.hears(track, here.words());
    }
  }

  @Override
  int jobs() {
    return LOCAL.jobsOf(sound);
  }

  @Override
  Answer asked() {
    var end = Instant.now().plus(SOON);
    while (Instant.now().isBefore(end)) {
      if (!(source().ask(sound, track, "en-GB") instanceof Answer.Coming)) {
        break;
      }
    }
    return source().ask(sound, track, "en-GB");
  }
}
