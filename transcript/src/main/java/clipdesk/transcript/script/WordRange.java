package clipdesk.transcript.script;

/** Words {@code [from, to)} of a script. */
public record WordRange(int from, int to) {
  public WordRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("No range of words: [%d, %d)".formatted(from, to));
    }
  }

  public boolean holds(int word) {
    return word >= from && word < to;
  }
}
