package clipdesk.transcript.parse;

import clipdesk.transcript.edits.Op;
import clipdesk.transcript.script.Finding;
import clipdesk.transcript.script.Finding.Done;
import java.util.List;

/** What could be done about a finding instead of what was done. */
public final class Answers {
  private Answers() {}

  /** The corrections that answer it, first the one that is usually meant. */
  public static List<Op> to(Finding finding) {
    return switch (finding.code()) {
      case UNLABELLED_TURN -> List.of(Op.ASSIGN, Op.LABEL, Op.ACCEPT);
      case DOUBTFUL_LABEL ->
          finding.done() == Done.READ_AS_LABEL
              ? List.of(Op.RENAME, Op.LABEL, Op.ACCEPT)
              : List.of(Op.LABEL, Op.ACCEPT);
      case DOUBTFUL_OUTLET, LABEL_TWO_COMMAS -> List.of(Op.RENAME, Op.LABEL, Op.ACCEPT);
      case NAME_SAID_OTHERWISE -> List.of(Op.RENAME, Op.ACCEPT);
      case LABEL_SPELLING, LABEL_SHORTENED -> List.of(Op.MERGE, Op.PART, Op.ACCEPT);
      case NAME_ORDER -> List.of(Op.RENAME, Op.MERGE, Op.PART, Op.ACCEPT);
      case LABEL_SPACING -> List.of(Op.MERGE, Op.ACCEPT);
      case LABEL_WITHOUT_GAP, LABEL_WITHOUT_TEXT -> List.of(Op.LABEL, Op.ACCEPT);
      case UNHEARD_WORDS -> List.of(Op.NOT_SPOKEN, Op.ACCEPT);
      case UNSURE_WORDS ->
          finding.done() == Done.PLACED_BETWEEN
              ? List.of(Op.PIN, Op.NOT_SPOKEN, Op.ACCEPT)
              : List.of(Op.ACCEPT);
      case BROKEN_OFF, DOUBLED_WORD, OTHER_LANGUAGE, EDIT_LOST, TEXT_LONGER_THAN_SOUND ->
          List.of(Op.ACCEPT);
    };
  }
}
