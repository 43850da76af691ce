package clipdesk.cutter.smart;

import clipdesk.cutter.edges.EdgeSample;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.plan.VideoPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The video track of a clip: encoded head, copied middle, encoded tail, on one timeline. Decode
 * times of the middle keep the master's distances; the edges are laid around them.
 */
final class VideoTrack {
  private final VideoPlan plan;
  private final Optional<byte[]> entry;
  private final SampleList samples = new SampleList();
  private long[] dts = new long[64];
  private long[] pts = new long[64];
  private int count;

  private VideoTrack(VideoPlan plan, Optional<byte[]> entry) {
    this.plan = plan;
    this.entry = entry;
  }

  /**
   * @param description the {@code stsd} box to write
   * @param head pictures before the middle, in order of presentation
   * @param tail pictures behind the middle
   * @param entry the first picture of the middle, where it does not stay as it is
   */
  static ClipTrack build(
      Track source,
      byte[] description,
      VideoPlan plan,
      List<EdgeSample> head,
      List<EdgeSample> tail,
      Optional<byte[]> entry) {
    var track = new VideoTrack(plan, entry);
    return track.build(source, description, head, tail);
  }

  private ClipTrack build(
      Track source, byte[] description, List<EdgeSample> head, List<EdgeSample> tail) {
    var window = plan.samples();
    long delay = plan.copiesAnything() ? window.pts(plan.entry()) - window.dts(plan.entry()) : 0;
    for (var picture : head) {
      place(picture.pts() - delay, picture.pts());
    }
    for (int i = plan.entry(); i >= 0 && i < plan.copyEnd(); i++) {
      if (plan.isCopied(i)) {
        place(window.dts(i), window.pts(i));
      }
    }
    for (var picture : tail) {
      place(picture.pts() - delay, picture.pts());
    }
    long first = dts[0];
    fill(window, head, tail);
    return new ClipTrack(
        source, description, samples, 0, plan.inPts() - first, plan.outPts() - plan.inPts(), 0);
  }

  /** Decode times must rise strictly; where the edges meet the middle they may have to yield. */
  private void place(long decodeTime, long showTime) {
    if (count == dts.length) {
      dts = Arrays.copyOf(dts, 2 * count);
      pts = Arrays.copyOf(pts, 2 * count);
    }
    dts[count] = count == 0 ? decodeTime : Math.max(decodeTime, dts[count - 1] + 1);
    pts[count] = showTime;
    count++;
  }

  private void fill(SampleWindow window, List<EdgeSample> head, List<EdgeSample> tail) {
    int next = 0;
    for (var picture : head) {
      samples.addMade(picture.bytes(), duration(next), offset(next), next == 0);
      next++;
    }
    for (int i = plan.entry(); i >= 0 && i < plan.copyEnd(); i++) {
      if (i == plan.entry() && entry.isPresent()) {
        samples.addMade(entry.get(), duration(next), offset(next), /* isSync= */ true);
        next++;
      } else if (plan.isCopied(i)) {
        samples.addCopied(
            window.offset(i), window.size(i), duration(next), offset(next), window.isSync(i));
        next++;
      }
    }
    boolean first = true;
    for (var picture : tail) {
      samples.addMade(picture.bytes(), duration(next), offset(next), first);
      first = false;
      next++;
    }
  }

  private int duration(int sample) {
    return Math.toIntExact(
        sample + 1 < count ? dts[sample + 1] - dts[sample] : plan.outPts() - plan.lastPts());
  }

  private int offset(int sample) {
    return Math.toIntExact(pts[sample] - dts[sample]);
  }
}
