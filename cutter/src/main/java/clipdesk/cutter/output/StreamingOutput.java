package clipdesk.cutter.output;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.MovieWriter;
import clipdesk.cutter.report.CutReport.OutputKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Sends every byte through the cutter: head, copied samples in the order of the master, tail. Only
 * bytes that a track uses are in the clip.
 */
public final class StreamingOutput {
  private static final int REQUEST_BYTES = 8 << 20;

  private final Movie movie;
  private final List<ClipTrack> tracks;
  private final MadeSamples made;
  private final List<Piece> pieces;

  public StreamingOutput(Movie movie, List<ClipTrack> tracks) {
    this.movie = movie;
    this.tracks = tracks;
    this.made = MadeSamples.of(tracks);
    this.pieces = Piece.copied(tracks);
  }

  /**
   * @param rewriter empty if all copied samples stay as they are; then the header can go first
   * @param percent hears how much of the payload is done
   */
  public Delivery send(
      ByteSource master, ClipSink sink, Optional<SampleRewriter> rewriter, IntConsumer percent)
      throws IOException {
    long expected = place();
    var writer = new MovieWriter(movie, tracks);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var parts = new PartWriter(sink, threads, expected + (1 << 20), rewriter.isPresent());
      byte[] header = new byte[0];
      if (rewriter.isEmpty()) {
        header = writer.write(expected);
        parts.write(header);
      }
      long start = parts.bytes();
      writeMade(parts, made.before());
      var extents = MasterExtents.of(pieces, REQUEST_BYTES);
      new ReadAhead(master, threads)
          .read(
              extents,
              (extent, bytes) -> {
                for (var piece : extent.pieces()) {
                  write(parts, start, rewriter, piece, extent, bytes);
                }
                percent.accept((int) (100 * (parts.bytes() - start) / Math.max(1, expected)));
              });
      if (rewriter.isPresent()) {
        MadeSamples.place(made.after(), parts.bytes() - start);
      }
      writeMade(parts, made.after());
      long payload = parts.bytes() - start;
      if (rewriter.isPresent()) {
        header = writer.write(payload);
        parts.finish(header);
      } else {
        parts.finish();
      }
      return new Delivery(OutputKind.STREAMING, header, payload, parts.bytes(), 0, 0);
    }
  }

  /** Gives all samples their places as if none changed its size; returns the payload's length. */
  private long place() {
    long at = MadeSamples.place(made.before(), 0);
    for (var piece : pieces) {
      piece.place(at);
      at += piece.size();
    }
    return MadeSamples.place(made.after(), at);
  }

  private static void write(
      PartWriter parts,
      long start,
      Optional<SampleRewriter> rewriter,
      Piece piece,
      MasterExtents extent,
      byte[] bytes)
      throws IOException {
    int from = (int) (piece.source() - extent.offset());
    if (rewriter.isEmpty()) {
      parts.write(bytes, from, piece.size());
      return;
    }
    byte[] sample = Arrays.copyOfRange(bytes, from, from + piece.size());
    byte[] rewritten = rewriter.get().rewrite(piece.samples(), piece.sample(), sample);
    piece.samples().resize(piece.sample(), rewritten.length);
    piece.place(parts.bytes() - start);
    parts.write(rewritten);
  }

  private static void writeMade(PartWriter parts, List<MadeSamples.Made> samples)
      throws IOException {
    for (var sample : samples) {
      parts.write(sample.bytes());
    }
  }
}
