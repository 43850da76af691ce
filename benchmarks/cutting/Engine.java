import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.report.ProgressListener;
import java.io.EOFException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Scanner;

/**
 * The engine without a portal around it, from the same store into a file, in a process of its own:
 * hears a job a line, tells what it cost.
 */
final class Engine {
  private Engine() {}

  /**
   * What to cut.
   *
   * @param index beside the master; empty has the master's own read
   */
  record Job(
      MethodChoice method, Place master, Optional<Place> index, FrameRange range, Path clip) {

    String line() {
      return String.join(
          "\t",
          method.name(),
          master.line(),
          index.map(Place::line).orElse(""),
          Long.toString(range.in()),
          Long.toString(range.out()),
          clip.toString());
    }

    private static Job of(String line) {
      var words = line.split("\t", -1);
      return new Job(
          MethodChoice.valueOf(words[0]),
          Place.of(words[1]),
          Optional.of(words[2]).filter(it -> !it.isEmpty()).map(Place::of),
          new FrameRange(Long.parseLong(words[3]), Long.parseLong(words[4])),
          Path.of(words[5]));
    }
  }

  /** An object of the store. */
  record Place(URI address, long sizeBytes, String identity) implements ByteSource {
    private String line() {
      return "%s|%d|%s".formatted(address, sizeBytes, identity);
    }

    private static Place of(String line) {
      var words = line.split("\\|", -1);
      return new Place(URI.create(words[0]), Long.parseLong(words[1]), words[2]);
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      long last = offset + into.remaining() - 1;
      connection.setRequestProperty("Range", "bytes=%d-%d".formatted(offset, last));
      try (var body = connection.getInputStream()) {
        int from = into.arrayOffset() + into.position();
        if (body.readNBytes(into.array(), from, into.remaining()) < into.remaining()) {
          throw new EOFException("%s ends early".formatted(address));
        }
        into.position(into.limit());
      }
    }

    @Override
    public void close() {}
  }

  public static void main(String... arguments) throws IOException {
    var jobs = new Scanner(System.in, StandardCharsets.UTF_8);
    while (jobs.hasNextLine()) {
      var job = Job.of(jobs.nextLine());
      Runner.tell(() -> cut(job));
    }
  }

  private static void cut(Job job) throws IOException {
    var request = CutRequest.of(job.range()).withMethod(job.method());
    var cutter = new ClipCutter(new JavaCvReencoder());
    try (var sink = new FileSink(job.clip())) {
      if (job.index().isPresent()) {
        var index = SidecarIndex.open(job.index().get(), job.master());
        cutter.cut(request, index, job.master(), sink, ProgressListener.NONE);
      } else {
        cutter.cut(request, job.master(), sink, ProgressListener.NONE);
      }
    }
  }
}
