package clipdesk.cutter.testmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What FFmpeg's muxer {@code framecrc} wrote of a stream.
 *
 * @param header lines that begin with {@code #}
 * @param rows columns of each frame
 */
record FrameList(List<String> header, List<String[]> rows) {
  private static final int TIME = 2;
  private static final int DURATION = 3;

  static FrameList read(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    return new FrameList(
        lines.stream().filter(line -> line.startsWith("#")).toList(),
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(row -> row.split(", *", -1))
            .toList());
  }

  int count() {
    return rows.size();
  }

  long time(int frame) {
    return Long.parseLong(rows.get(frame)[TIME].strip());
  }

  double seconds(int frame) {
    var base = value("tb").split("/", 2);
    return time(frame) * Double.parseDouble(base[0]) / Double.parseDouble(base[1]);
  }

  long duration(int frame) {
    return Long.parseLong(rows.get(frame)[DURATION].strip());
  }

  /** What the header says under a name. */
  String value(String name) {
    var start = "#" + name + " 0: ";
    return header.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + name + " in " + header));
  }
}
