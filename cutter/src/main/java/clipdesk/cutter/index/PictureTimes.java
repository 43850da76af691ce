package clipdesk.cutter.index;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a master says when its pictures are shown. Some tools lose the composition times ({@code
 * ctts}) of pictures that are stored in another order than they are shown in: then every time in
 * the index is another picture's.
 */
public final class PictureTimes {
  /** Pictures that are shown before one that is stored earlier come soon behind it. */
  private static final int LOOK_SAMPLES = 12;

  /** Interleaved pictures are read at once if they do not lie further apart. */
  private static final int LOOK_BYTES = 4 << 20;

  private PictureTimes() {}

  /**
   * Reads a few pictures near the range, and none if the index has composition times.
   *
   * @throws MalformedMasterException if the times cannot be those of the pictures
   */
  public static void requireKnown(SampleIndex index, FrameRange range, ByteSource master)
      throws IOException {
    requireLength(index, range);
    var video = index.video();
    var config = video.description().config("avcC");
    var samples = video.samples();
    if (config.isEmpty() || samples.count() == 0 || samples.everySampleIsSync()) {
      return;
    }
    int near = samples.firstNotBefore(index.timeline().pts(range.in()));
    int first = Math.max(0, samples.syncAtOrBefore(Math.min(near, samples.count() - 1)));
    var window = samples.window(first, Math.min(samples.count(), first + LOOK_SAMPLES));
    if (hasCompositionTimes(window)) {
      return;
    }
    var configuration = AvcConfiguration.parse(config.get());
    boolean known;
    try {
      known =
          Pictures.isShownAsDecoded(
              pictures(window, master, configuration), configuration.parameterSets());
    } catch (UnsupportedMasterException notReadHere) {
      return;
    }
    if (!known) {
      throw new MalformedMasterException(
          "moov/trak/mdia/minf/stbl/ctts",
          -1,
          "pictures are stored in another order than shown, and nothing says when each is shown");
    }
  }

  /** A clip that is shown for no time at all shows nothing. */
  private static void requireLength(SampleIndex index, FrameRange range) {
    var timeline = index.timeline();
    if (timeline.pts(range.out()) <= timeline.pts(range.in())) {
      throw new MalformedMasterException(
          MalformedMasterException.TIMES,
          -1,
          "frames %d to %d are shown at the same time".formatted(range.in(), range.out()));
    }
  }

  private static boolean hasCompositionTimes(SampleWindow window) {
    for (int i = window.first(); i < window.end(); i++) {
      if (window.pts(i) - window.dts(i)
          != window.pts(window.first()) - window.dts(window.first())) {
        return true;
      }
    }
    return false;
  }

  private static List<AccessUnit> pictures(
      SampleWindow window, ByteSource master, AvcConfiguration configuration) throws IOException {
    var bytes = new RecentReads(master);
    long span =
        window.offset(window.end() - 1)
            + window.size(window.end() - 1)
            - window.offset(window.first());
    if (span > 0 && span <= LOOK_BYTES) {
      bytes.prefetch(window.offset(window.first()), (int) span);
    }
    List<AccessUnit> pictures = new ArrayList<>();
    for (int i = window.first(); i < window.end(); i++) {
      var sample = ByteBuffer.allocate(window.size(i));
      bytes.read(window.offset(i), sample);
      pictures.add(AccessUnit.parse(sample.array(), configuration.lengthBytes()));
    }
    return pictures;
  }
}
