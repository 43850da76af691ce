package clipdesk.cutter.fuzzing;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.MemorySource;
import java.io.IOException;

/** A master of which a range is cut that starts and ends inside a group of pictures. */
public final class CutTarget {
  private static final FrameRange RANGE = new FrameRange(12, 36);

  private CutTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    HostileCut.cut(new MemorySource(input, "input"), RANGE);
  }
}
