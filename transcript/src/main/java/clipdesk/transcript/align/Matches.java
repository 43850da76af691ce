package clipdesk.transcript.align;

import java.util.Arrays;

/** Which heard tokens each written token was matched with, and how alike they are. */
final class Matches {
  static final int NONE = -1;

  private final int[] first;
  private final int[] last;
  private final double[] similarity;

  Matches(int written) {
    first = new int[written];
    last = new int[written];
    similarity = new double[written];
    Arrays.fill(first, NONE);
  }

  void set(int written, int heardFirst, int heardLast, double alike) {
    first[written] = heardFirst;
    last[written] = heardLast;
    similarity[written] = alike;
  }

  void drop(int written) {
    first[written] = NONE;
    similarity[written] = 0;
  }

  boolean has(int written) {
    return first[written] != NONE;
  }

  int first(int written) {
    return first[written];
  }

  int last(int written) {
    return last[written];
  }

  double similarity(int written) {
    return similarity[written];
  }

  int size() {
    return first.length;
  }

  /** Whether the match goes on from the token before, without a token between on either side. */
  boolean continues(int written) {
    return written > 0
        && has(written)
        && has(written - 1)
        && first[written] - last[written - 1] <= 1;
  }
}
