package clipdesk.cutter.fuzzing;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.SidecarFile;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.MemorySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A cut index beside a sound master, whose path the property {@code clipdesk.master} gives. Its
 * checksum is put right first: a fuzzer would never get past it.
 */
public final class SidecarTarget {
  private static final FrameRange RANGE = new FrameRange(12, 36);
  private static final byte[] MASTER = master();

  private SidecarTarget() {}

  private static byte[] master() {
    try {
      return Files.readAllBytes(Path.of(System.getProperty("clipdesk.master")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    byte[] index = SidecarFile.withRightChecksum(input);
    HostileCut.cut(
        new MemorySource(MASTER, "master"),
        RANGE,
        master -> SidecarIndex.open(new MemorySource(index, "index"), master));
  }
}
