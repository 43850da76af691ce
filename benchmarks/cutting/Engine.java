import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The engine without a portal around it, from the same store into a file. */
final class Engine {
  private Engine() {}

  /**
   * @param arguments how to cut, address and size of the master, first frame, first frame not
   *     wanted, file
   */
  public static void main(String... arguments) throws IOException {
    var master = new Web(URI.create(arguments[1]), Long.parseLong(arguments[2]));
    var range = new FrameRange(Long.parseLong(arguments[3]), Long.parseLong(arguments[4]));
    var request = CutRequest.of(range).withMethod(MethodChoice.valueOf(arguments[0]));
    Runner.tell(
        () -> {
          try (var sink = new FileSink(Path.of(arguments[5]))) {
            new ClipCutter(new JavaCvReencoder()).cut(request, master, sink, ProgressListener.NONE);
          }
        });
  }

  private record Web(URI address, long sizeBytes) implements ByteSource {
    @Override
    public String identity() {
      return address.toString();
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      long last = offset + into.remaining() - 1;
      connection.setRequestProperty("Range", "bytes=%d-%d".formatted(offset, last));
      try (var body = connection.getInputStream()) {
        into.put(body.readNBytes(into.remaining()));
      }
    }

    @Override
    public void close() {}
  }
}
