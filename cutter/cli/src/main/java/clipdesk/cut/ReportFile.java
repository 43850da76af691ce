package clipdesk.cut;

import clipdesk.cutter.io.NewFile;
import clipdesk.cutter.io.NewFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file of a report, opened before the work whose report it is. One that was there keeps what it
 * holds until the new report is written; one that was not is gone if none is.
 */
interface ReportFile {
  static Optional<ReportFile> open(Optional<Path> path, NewFiles files) throws IOException {
    return path.isPresent() ? Optional.of(open(path.get(), files)) : Optional.empty();
  }

  private static ReportFile open(Path path, NewFiles files) throws IOException {
    if (Files.exists(path)) {
      return new Existing(FileChannel.open(path, StandardOpenOption.WRITE));
    }
    return new Fresh(files.at(Outputs.resolved(path)));
  }

  void write(String json) throws IOException;

  /** A file of before, a pipe or a device. */
  record Existing(FileChannel channel) implements ReportFile {
    @Override
    public void write(String json) throws IOException {
      try (channel) {
        var bytes = bytes(json);
        channel.truncate(0);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    }
  }

  /** A file made for this report. */
  record Fresh(NewFile file) implements ReportFile {
    @Override
    public void write(String json) throws IOException {
      file.append(bytes(json));
      file.keep();
    }
  }

  private static ByteBuffer bytes(String json) {
    return ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
