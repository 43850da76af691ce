package clipdesk.transcript.edits;

/** What an editor says that a line is. */
public enum LineKind {
  LABEL,
  TEXT,
  REMARK,
  MATTER
}
