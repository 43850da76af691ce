package clipdesk.cutter.plan;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.mp4.SampleWindow;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which coded pictures of the video track are copied and which frames are encoded again. Indices
 * are decode indices of the track, times are its media times.
 *
 * @param samples a window that holds everything named here
 * @param inPts time of the first wanted frame
 * @param outPts time at which the last wanted frame ends
 * @param lastPts time of the last wanted frame
 * @param copied the copied pictures, leading pictures left out; bit 0 is {@code samples.first()}
 * @param entry the first copied picture, a sync sample; -1 if nothing is copied
 * @param copyEnd behind the last copied picture
 * @param head frames before the copied ones
 * @param tail frames behind the copied ones
 */
public record VideoPlan(
    SampleWindow samples,
    long inPts,
    long outPts,
    long lastPts,
    BitSet copied,
    int entry,
    int copyEnd,
    Optional<Edge> head,
    Optional<Edge> tail) {

  /**
   * Frames to be encoded again.
   *
   * @param fromPts time of the first
   * @param toPts time of the first frame not wanted any more
   * @param frames how many
   * @param decodeFrom the sync sample at which decoding starts
   * @param decodeEnd behind the last picture that must be decoded
   */
  public record Edge(long fromPts, long toPts, int frames, int decodeFrom, int decodeEnd) {
    public boolean holds(long pts) {
      return pts >= fromPts && pts < toPts;
    }
  }

  public boolean copiesAnything() {
    return entry >= 0;
  }

  public boolean isCopied(int index) {
    return copied.get(index - samples.first());
  }

  public int copiedFrames() {
    return copied.cardinality();
  }

  /** Position in the master of the first byte of a copied picture. */
  public long copiedFrom() {
    return copiedPictures().mapToLong(samples::offset).min().orElseThrow();
  }

  /** As {@link #copiedFrom}, where the entry is written anew. */
  public long copiedFromBehindEntry() {
    return copiedPictures()
        .filter(i -> i != entry)
        .mapToLong(samples::offset)
        .min()
        .orElseGet(this::copiedTo);
  }

  /**
   * The frames that can be copied without encoding any; empty if there are none.
   *
   * @param range that was planned
   */
  public Optional<FrameRange> copyable(FrameRange range) {
    if (!copiesAnything()) {
      return Optional.empty();
    }
    long in = range.in() + head.map(Edge::frames).orElse(0);
    return Optional.of(new FrameRange(in, in + copiedFrames()));
  }

  /** Position in the master behind the last byte of a copied picture. */
  public long copiedTo() {
    return copiedPictures().mapToLong(samples::endOffset).max().orElseThrow();
  }

  private IntStream copiedPictures() {
    return copied.stream().map(i -> i + samples.first());
  }
}
