package clipdesk.transcript.edits;

/**
 * The first words of something and, where several begin so, which of them, from 0. Compared as
 * keys: case, apostrophes and signs do not count.
 */
public record Anchor(String text, int nth) {
  public Anchor {
    if (text.isBlank() || nth < 0) {
      throw new IllegalArgumentException("An anchor has words and counts from 0");
    }
  }
}
