package clipdesk.transcript.timing;

/** How the time of a word came about. Its letter is what stands in files and answers. */
public enum How {
  /** Heard as written. */
  A(1),
  /** Heard differently, and the same word all the same. */
  F(0.8),
  /** Placed between neighbours that were heard. */
  I(0.4),
  /** In the text and not in the sound. */
  U(0),
  /** Set by hand. */
  P(1),
  /** Estimated by the length of the text. */
  E(0.1),
  /** Without a time. */
  N(0);

  private final double confidence;

  How(double confidence) {
    this.confidence = confidence;
  }

  /** What the word adds to the confidence of its turn, from 0 to 1. */
  public double confidence() {
    return confidence;
  }

  /** Whether somebody heard the word there, or set its time. */
  public boolean isCertain() {
    return this == A || this == F || this == P;
  }

  public boolean hasTime() {
    return this != U && this != N;
  }
}
