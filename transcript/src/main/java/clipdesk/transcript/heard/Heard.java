package clipdesk.transcript.heard;

import java.util.List;

/**
 * What was heard, in the order of its times.
 *
 * @param source what heard it, as readers are told
 */
public record Heard(Form form, List<HeardWord> words, String source) {
  private static final String SOMEBODY = "upload";
  private static final String CUES = "cues";

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

  /** Of a file that somebody brought. */
  public Heard(Form form, List<HeardWord> words) {
    this(form, words, form.hasWordTimes() ? SOMEBODY : CUES);
  }

  /** The same from another source; cues stay cues, whoever brought them. */
  public Heard from(String other) {
    return form.hasWordTimes() ? new Heard(form, words, other) : this;
  }
}
