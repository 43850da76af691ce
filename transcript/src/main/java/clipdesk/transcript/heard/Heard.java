package clipdesk.transcript.heard;

import java.util.List;

/** What was heard, in the order of its times. */
public record Heard(Form form, List<HeardWord> words) {
  /** What the words came in. */
  public enum Form {
    TRANSCRIBE,
    WHISPER,
    VOSK,
    LIST,
    CTM,
    VTT,
    SRT,
    TTML;

    /** Whether each word has times of its own, and not only the cue that it is in. */
    public boolean hasWordTimes() {
      return this != VTT && this != SRT && this != TTML;
    }
  }

  public Heard {
    words = List.copyOf(words);
  }
}
