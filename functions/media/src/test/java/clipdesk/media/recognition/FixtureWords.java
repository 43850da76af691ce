package clipdesk.media.recognition;

import clipdesk.media.transcripts.RecognisedSound;
import java.util.HashMap;
import java.util.Map;

/** A recogniser in memory: it is done with a sound when the test says so, and counts its jobs. */
final class FixtureWords implements WordsSource {
  private final Map<RecognisedSound, Answer> jobs = new HashMap<>();
  private int started;

  @Override
  public Answer ask(RecognisedSound sound, String track, String language) {
    return jobs.computeIfAbsent(
        sound,
        _ -> {
          started++;
          return new Answer.Coming();
        });
  }

  void end(RecognisedSound sound, Answer answer) {
    jobs.put(sound, answer);
  }

  int started() {
    return started;
  }
}
