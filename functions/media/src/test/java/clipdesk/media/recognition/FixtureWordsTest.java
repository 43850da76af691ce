package clipdesk.media.recognition;

import clipdesk.media.recognition.WordsSource.Answer;

final class FixtureWordsTest extends WordsSourceContract {
  private final FixtureWords words = new FixtureWords();
  private Answer end = new Answer.Coming();

  @Override
  WordsSource source() {
    return words;
  }

  @Override
  void knowing(Answer answer) {
    end = answer;
  }

  @Override
  int jobs() {
    return words.started();
  }

  @Override
  Answer asked() {
    source().ask(sound, track, "en-GB");
    words.end(sound, end);
    return source().ask(sound, track, "en-GB");
  }
}
