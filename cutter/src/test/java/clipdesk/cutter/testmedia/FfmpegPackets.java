package clipdesk.cutter.testmedia;

import clipdesk.cutter.testmedia.ParsedTrack.ParsedSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a file with FFmpeg's demuxer, by its list of packets. */
public final class FfmpegPackets {
  private static final int FIELDS = 6;

  private FfmpegPackets() {}

  /**
   * The samples of one track, edits left aside; none of them says whether it is a sync sample.
   *
   * @param track as in {@code v:0}
   */
  public static List<ParsedSample> read(Path file, String track) throws IOException {
    var list = Files.createTempFile("packets", ".txt");
    try {
      FfmpegProgram.run(
          List.of(
              "-copyts",
              "-ignore_editlist",
              "1",
              "-i",
              file.toString(),
              "-map",
              "0:" + track,
              "-c",
              "copy",
              "-f",
              "framecrc",
              list.toString()));
      return Files.readAllLines(list).stream()
          .filter(line -> !line.startsWith("#"))
          .map(FfmpegPackets::packet)
          .toList();
    } finally {
      Files.delete(list);
    }
  }

  /** Stream, dts, pts, duration, size, checksum, and flags that most packets do without. */
  private static ParsedSample packet(String line) {
    var fields = line.split(" *, *", FIELDS + 1);
    long checksum = Long.decode(fields[5].strip());
    return new ParsedSample(
        Long.parseLong(fields[2].strip()), Integer.parseInt(fields[4].strip()), false, checksum);
  }
}
