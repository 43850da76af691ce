package clipdesk.transcript.script;

import clipdesk.transcript.text.Span;
import java.util.List;

/**
 * A paragraph of one kind.
 *
 * @param sentences of speech; other kinds have none
 * @param notes brackets in the speech that nobody spoke: shown, not aligned
 */
public record Paragraph(Kind kind, Span span, List<Sentence> sentences, List<Span> notes) {
  public enum Kind {
    SPEECH,
    REMARK,
    MATTER_BEFORE,
    MATTER_AFTER
  }

  public Paragraph {
    sentences = List.copyOf(sentences);
    notes = List.copyOf(notes);
  }

  /** A paragraph that nobody spoke. */
  public static Paragraph unspoken(Kind kind, Span span) {
    return new Paragraph(kind, span, List.of(), List.of());
  }
}
