package clipdesk.cutter.output;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.Waiting;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.MovieWriter;
import clipdesk.cutter.report.CutReport.OutputKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Sends every byte through the cutter as {@link StreamingOutput} does, the copied ones at once:
 * none depends on an edge. The first of them wait for the header and the head, which go in front.
 */
public final class MiddleStream implements EarlyOutput {
  private static final int REQUEST_BYTES = 8 << 20;
  private static final long LOOK_MILLIS = 500;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Piece> pieces;
  private final long copiedBytes;
  private final PartWriter parts;
  private final Future<?> copying;
  private volatile long doneBytes;

  /**
   * @param tracks as they will be, without their edges
   */
  public MiddleStream(ByteSource master, ClipSink sink, List<ClipTrack> tracks) {
    this.pieces = Piece.copied(tracks);
    this.copiedBytes = pieces.stream().mapToLong(Piece::size).sum();
    this.parts = new PartWriter(sink, threads, copiedBytes, /* holdsFirst= */ true);
    this.copying =
        threads.submit(
            () -> {
              copy(new ReadAhead(master, threads));
              return null;
            });
  }

  private void copy(ReadAhead master) throws IOException {
    master.read(
        MasterExtents.of(pieces, REQUEST_BYTES),
        (extent, bytes) -> {
          for (var piece : extent.pieces()) {
            parts.write(bytes, (int) (piece.source() - extent.offset()), piece.size());
          }
          doneBytes = parts.bytes();
        });
  }

  @Override
  public Delivery send(Movie movie, List<ClipTrack> tracks, IntConsumer percent)
      throws IOException {
    while (!Waiting.isOver(copying, LOOK_MILLIS)) {
      percent.accept((int) (100 * doneBytes / Math.max(1, copiedBytes)));
    }
    var made = MadeSamples.of(tracks);
    long at = MadeSamples.place(made.before(), 0);
    int headBytes = Math.toIntExact(at);
    for (var piece : asBegun(Piece.copied(tracks))) {
      piece.place(at);
      at += piece.size();
    }
    long payload = MadeSamples.place(made.after(), at);
    for (var sample : made.after()) {
      parts.write(sample.bytes());
    }
    byte[] header = new MovieWriter(movie, tracks).write(payload);
    var front = ByteBuffer.allocate(header.length + headBytes).put(header);
    made.before().forEach(sample -> front.put(sample.bytes()));
    parts.finish(front.array());
    return new Delivery(OutputKind.STREAMING, header, payload, parts.bytes(), 0, 0);
  }

  /** What was sent is what the tracks now say, or the clip would show other bytes. */
  private List<Piece> asBegun(List<Piece> planned) {
    boolean same = planned.size() == pieces.size();
    for (int i = 0; same && i < planned.size(); i++) {
      same =
          planned.get(i).source() == pieces.get(i).source()
              && planned.get(i).size() == pieces.get(i).size();
    }
    if (!same) {
      throw new IllegalStateException("The edges changed what is copied");
    }
    return planned;
  }

  @Override
  public void giveUp() {
    copying.cancel(/* mayInterruptIfRunning= */ true);
    threads.close();
  }
}
