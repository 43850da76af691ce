package clipdesk.media.transcripts;

import java.util.List;

/** Sounds whose words somebody waits for. */
public interface RecognitionRequests {
  /** Asks for the words of a sound; asking again changes nothing. */
  void ask(RecognisedSound sound);

  /** What was asked for and is not settled, at most a thousand. */
  List<RecognisedSound> open();

  /** Its words are there, or will never be. */
  void settle(RecognisedSound sound);
}
