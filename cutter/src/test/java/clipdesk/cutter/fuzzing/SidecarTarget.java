package clipdesk.cutter.fuzzing;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.SidecarFile;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.MemorySource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cut index beside each of some sound masters, whose paths the property {@code clipdesk.masters}
 * gives. Its checksum is put right first: a fuzzer would never get past it.
 */
public final class SidecarTarget {
  private static final FrameRange RANGE = new FrameRange(12, 36);
  private static final List<byte[]> MASTERS =
      Stream.of(System.getProperty("clipdesk.masters").split(File.pathSeparator))
          .map(SidecarTarget::master)
          .toList();

  private SidecarTarget() {}

  private static byte[] master(String path) {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    byte[] index = SidecarFile.withRightChecksum(input);
    for (var master : MASTERS) {
      HostileCut.cut(
          new MemorySource(master, "master"),
          RANGE,
          it -> SidecarIndex.open(new MemorySource(index, "index"), it));
    }
  }
}
