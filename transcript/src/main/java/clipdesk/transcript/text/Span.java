package clipdesk.transcript.text;

/** Characters {@code [start, end)} of the official text, in UTF-16 units. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("No span: [%d, %d)".formatted(start, end));
    }
  }

  public int length() {
    return end - start;
  }

  public String of(String text) {
    return text.substring(start, end);
  }
}
