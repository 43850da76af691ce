package clipdesk.media.recognition;

import clipdesk.media.recognition.WordsSource.Answer;

/** Of the recogniser in memory. */
final class FixtureRecognisedWordsTest extends RecognisedWordsContract {
  private final FixtureWords words = new FixtureWords();

  @Override
  WordsSource recogniser() {
    return words;
  }

  @Override
  void hears(byte[] heard) {
    words.end(sound, new Answer.Here(heard));
  }
}
