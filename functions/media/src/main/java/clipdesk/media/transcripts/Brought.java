package clipdesk.media.transcripts;

/** What reaches a transcript beside an editor's requests. */
enum Brought {
  /** A file beside the master. */
  TEXT("text"),
  /** A file of words that somebody heard. */
  WORDS("words"),
  /** Words that stand as texts inside the master. */
  TRACK("track"),
  /** Words that a recogniser was asked for. */
  RECOGNITION("recognition");

  private final String label;

  Brought(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
