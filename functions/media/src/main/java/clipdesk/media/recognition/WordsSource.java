package clipdesk.media.recognition;

import clipdesk.media.transcripts.RecognisedSound;
import java.util.Arrays;

/** Where words of a sound come from. */
interface WordsSource {
  /**
   * Asks for the words of a sound, or for what became of them: a sound that was asked for is not
   * heard a second time, whoever asks and however often.
   *
   * @param track the key of the sound itself, as {@link Sounds} keeps it
   * @param language as {@link clipdesk.media.transcripts.RecognitionPolicy#tag} says it
   */
  Answer ask(RecognisedSound sound, String track, String language);

  /** What became of it. */
  sealed interface Answer {
    /** They come; ask again. */
    record Coming() implements Answer {}

    /**
     * They are there.
     *
     * @param words in a form that the library reads
     */
    record Here(byte[] words) implements Answer {
      @Override
      public boolean equals(Object other) {
        return other instanceof Here here && Arrays.equals(words, here.words);
      }

      @Override
      public int hashCode() {
        return Arrays.hashCode(words);
      }
    }

    /**
     * They will never come.
     *
     * @param reason a sentence for an editor
     */
    record Failed(String reason) implements Answer {}
  }
}
