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
 * @param suggestion what could be done instead
 * @param words that it is about, if not those of its line
 */
public record Finding(
    String id,
    Code code,
    Severity severity,
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

  public enum Code {
    UNLABELLED_TURN(Severity.ASK),
    DOUBTFUL_LABEL(Severity.ASK),
    DOUBTFUL_OUTLET(Severity.ASK),
    NAME_SAID_OTHERWISE(Severity.ASK),
    LABEL_SPELLING(Severity.ASK),
    LABEL_WITHOUT_TEXT(Severity.ASK),
    LABEL_SHORTENED(Severity.NOTE),
    LABEL_TWO_COMMAS(Severity.NOTE),
    LABEL_SPACING(Severity.NOTE),
    LABEL_WITHOUT_GAP(Severity.NOTE),
    NAME_ORDER(Severity.NOTE),
    BROKEN_OFF(Severity.NOTE),
    DOUBLED_WORD(Severity.NOTE),
    OTHER_LANGUAGE(Severity.ASK),
    EDIT_LOST(Severity.ASK),
    UNHEARD_WORDS(Severity.ASK),
    UNSURE_WORDS(Severity.ASK),
    TEXT_LONGER_THAN_SOUND(Severity.ASK);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }

    /** As it stands in a report: {@code label-two-commas}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
