package clipdesk.transcript.parse;

import clipdesk.transcript.text.Span;

/**
 * A line that may name a speaker.
 *
 * @param at the words of the label
 * @param textStart where the rest of the line begins, its end if there is no rest
 */
record LabelLine(int line, Form form, Span at, int textStart, Label label) {
  enum Form {
    OWN_LINE,
    COLON,
    BRACKETS,
    DASH,
    LETTER;

    boolean isOwnLine() {
      return this == OWN_LINE;
    }
  }
}
