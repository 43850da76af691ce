package clipdesk.cutter.report;

/** What a cut is doing, in the order in which it happens. */
public enum CutPhase {
  READING_INDEX("reading-index"),
  ENCODING_EDGES("encoding-edges"),
  COPYING("copying"),
  FINISHING("finishing");

  private final String label;

  CutPhase(String label) {
    this.label = label;
  }

  /** The name in status and report files. */
  public String label() {
    return label;
  }
}
