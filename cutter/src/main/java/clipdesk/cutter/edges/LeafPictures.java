package clipdesk.cutter.edges;

import clipdesk.cutter.h264.SliceHeader;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.plan.VideoPlan;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pictures before an edge to which nothing refers, so that they need not be read. Their times say
 * which they may be: encoders refer to no picture whose neighbours were both decoded before it. The
 * numbers of the pictures behind them say whether it is so.
 */
final class LeafPictures {
  private static final int FORGET_ALL = 5;

  private final BitSet leaves = new BitSet();
  private final int first;
  private Optional<SliceHeader> lastReference = Optional.empty();

  LeafPictures(VideoPlan.Edge edge, SampleWindow samples) {
    this.first = edge.decodeFrom();
    int[] shown =
        IntStream.range(first, edge.decodeEnd())
            .boxed()
            .sorted(Comparator.comparingLong(samples::pts))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 1; i < shown.length - 1; i++) {
      boolean decodedLast = shown[i] > shown[i - 1] && shown[i] > shown[i + 1];
      if (decodedLast && !edge.holds(samples.pts(shown[i])) && !samples.isSync(shown[i])) {
        leaves.set(shown[i] - first);
      }
    }
  }

  /** Whether a picture may be left out. */
  boolean mayBe(int sample) {
    return leaves.get(sample - first);
  }

  /** A picture that was read. */
  void see(SliceHeader header) {
    if (header.refIdc() != 0) {
      lastReference = Optional.of(header);
    }
  }

  /**
   * Whether none of the pictures left out before this one is referred to: each that is would have
   * moved its number on (H.264, 7.4.3, {@code frame_num}).
   *
   * @param leftOut how many were, in a row
   * @param maxFrameNum at which these numbers start again
   */
  boolean wereLeaves(int leftOut, SliceHeader next, int maxFrameNum) {
    return lastReference.isPresent()
        && !next.isIdr()
        && leftOut < maxFrameNum
        && next.numbers().frameNum() == numberAfter(lastReference.get()) % maxFrameNum;
  }

  private static int numberAfter(SliceHeader reference) {
    boolean forgets =
        reference.marking().operations().stream().anyMatch(it -> it.operation() == FORGET_ALL);
    return forgets ? 1 : reference.numbers().frameNum() + 1;
  }
}
