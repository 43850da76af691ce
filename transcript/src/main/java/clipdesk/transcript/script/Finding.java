package clipdesk.transcript.script;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that an editor should see or decide.
 *
 * @param id the same for the same place of the same text, whatever else was found
 * @param line of the upload, from 1
 * @param excerpt at most {@value #MAX_EXCERPT} characters of that line
 * @param suggestion who or what else may be meant
 * @param words that it is about, if not those of its line
 */
public record Finding(
    String id,
    Code code,
    Severity severity,
    Done done,
    int line,
    OptionalInt turn,
    String excerpt,
    Optional<String> suggestion,
    Optional<WordRange> words) {
  public static final int MAX_EXCERPT = 120;

  public enum Severity {
    ASK,
    NOTE
  }

  /** What was done there, until an editor says otherwise. */
  public enum Done {
    LEFT_UNNAMED,
    READ_AS_TEXT,
    READ_AS_LABEL,
    READ_AS_REMARK,
    /** What stands behind the name is where they work. */
    READ_AS_OUTLET,
    /** Beside the one of the label. */
    SPELLING_KEPT,
    /** Whoever the suggestion names is meant. */
    SAME_SPEAKER,
    KEPT_AS_WRITTEN,
    LEFT_OUT,
    LEFT_UNTIMED,
    /** Between neighbours whose times are known. */
    PLACED_BETWEEN,
    /** The whole text, as well as it goes. */
    TAKEN_ALL_THE_SAME;

    /** As it stands in a report: {@code left-unnamed}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public enum Code {
    UNLABELLED_TURN(Severity.ASK, Done.LEFT_UNNAMED),
    DOUBTFUL_LABEL(Severity.ASK, Done.READ_AS_TEXT),
    DOUBTFUL_OUTLET(Severity.ASK, Done.READ_AS_OUTLET),
    NAME_SAID_OTHERWISE(Severity.ASK, Done.SPELLING_KEPT),
    LABEL_SPELLING(Severity.ASK, Done.SAME_SPEAKER),
    LABEL_WITHOUT_TEXT(Severity.ASK, Done.READ_AS_REMARK),
    LABEL_SHORTENED(Severity.NOTE, Done.SAME_SPEAKER),
    LABEL_TWO_COMMAS(Severity.NOTE, Done.READ_AS_OUTLET),
    LABEL_SPACING(Severity.NOTE, Done.READ_AS_LABEL),
    LABEL_WITHOUT_GAP(Severity.NOTE, Done.READ_AS_LABEL),
    NAME_ORDER(Severity.NOTE, Done.SAME_SPEAKER),
    BROKEN_OFF(Severity.NOTE, Done.KEPT_AS_WRITTEN),
    DOUBLED_WORD(Severity.NOTE, Done.KEPT_AS_WRITTEN),
    OTHER_LANGUAGE(Severity.ASK, Done.TAKEN_ALL_THE_SAME),
    EDIT_LOST(Severity.ASK, Done.LEFT_OUT),
    UNHEARD_WORDS(Severity.ASK, Done.LEFT_UNTIMED),
    UNSURE_WORDS(Severity.ASK, Done.PLACED_BETWEEN),
    TEXT_LONGER_THAN_SOUND(Severity.ASK, Done.TAKEN_ALL_THE_SAME);

    private final Severity severity;
    private final Done usual;

    Code(Severity severity, Done usual) {
      this.severity = severity;
      this.usual = usual;
    }

    public Severity severity() {
      return severity;
    }

    /** What is done at most places of this kind. */
    public Done usual() {
      return usual;
    }

    /** As it stands in a report: {@code label-two-commas}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
