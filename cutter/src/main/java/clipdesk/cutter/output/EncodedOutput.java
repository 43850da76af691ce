package clipdesk.cutter.output;

import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.MovieWriter;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.report.CutReport.OutputKind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends samples as they are made, and in front of them, last of all, the header. */
public final class EncodedOutput implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PartWriter parts;

  public EncodedOutput(ClipSink sink) {
    this.parts = new PartWriter(sink, threads, /* expectedBytes= */ 0, /* holdsFirst= */ true);
  }

  /** Appends a sample to a track and its bytes to the clip. */
  public void write(
      SampleList samples, byte[] bytes, int duration, int compositionOffset, boolean isSync)
      throws IOException {
    samples.addWritten(parts.bytes(), bytes.length, duration, compositionOffset, isSync);
    parts.write(bytes);
  }

  /** Sends what is left. */
  public Delivery finish(Movie movie, List<ClipTrack> tracks) throws IOException {
    long payload = parts.bytes();
    byte[] header = new MovieWriter(movie, tracks).write(payload);
    parts.finish(header);
    return new Delivery(OutputKind.STREAMING, header, payload, parts.bytes(), 0, 0);
  }

  @Override
  public void close() {
    threads.close();
  }
}
