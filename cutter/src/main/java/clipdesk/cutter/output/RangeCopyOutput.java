package clipdesk.cutter.output;

import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.MovieWriter;
import clipdesk.cutter.report.CutReport.OutputKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Has the store copy the middle of the clip from the master by itself. Only the header, the edges
 * and what of other tracks lies outside the middle pass through the cutter. The first part comes
 * last, when the header is known; it is filled up with bytes of the middle to the size a part
 * needs.
 */
public final class RangeCopyOutput implements EarlyOutput {
  /** The first bytes of the middle are left for parts 1 and 2, which wait for the header. */
  private static final int LATE_BYTES = 2 * ClipSink.MIN_PART_BYTES;

  private static final long PART_BYTES = 64L << 20;
  private static final int USABLE_PARTS = 9000;

  private final RecentReads master;
  private final ClipSink sink;
  private final long middleFrom;
  private final long middleTo;
  private final long early;
  private int lastPart;

  /**
   * @param middleFrom first byte of the master in the middle
   * @param middleTo behind the last one
   */
  public RangeCopyOutput(RecentReads master, ClipSink sink, long middleFrom, long middleTo) {
    this.master = master;
    this.sink = sink;
    this.middleFrom = middleFrom;
    this.middleTo = middleTo;
    boolean oneCopy = middleTo - middleFrom < LATE_BYTES + ClipSink.MIN_PART_BYTES;
    this.early = oneCopy ? middleTo : middleFrom + LATE_BYTES;
  }

  /** Whether a middle of this length can be copied inside the store. */
  public static boolean isWorthwhile(long middleBytes) {
    return middleBytes >= LATE_BYTES;
  }

  /** Starts the copies that depend on nothing else; they run while the edges are encoded. */
  public void startCopies() throws IOException {
    lastPart = 2;
    long length = Math.max(PART_BYTES, Math.ceilDiv(middleTo - early, USABLE_PARTS));
    for (long from = early; from < middleTo; ) {
      long rest = middleTo - from;
      long part = rest - length < ClipSink.MIN_PART_BYTES ? rest : length;
      sink.copyPart(++lastPart, from, part);
      from += part;
    }
  }

  @Override
  public Delivery send(Movie movie, List<ClipTrack> tracks, IntConsumer percent)
      throws IOException {
    List<Piece> before = new ArrayList<>();
    List<Piece> behind = new ArrayList<>();
    List<Piece> inside = new ArrayList<>();
    var made = MadeSamples.of(tracks);
    for (var piece : Piece.copied(tracks)) {
      if (piece.source() < middleFrom) {
        before.add(piece);
      } else if (piece.endSource() > middleTo) {
        behind.add(piece);
      } else {
        inside.add(piece);
      }
    }
    long at = place(before, MadeSamples.place(made.before(), 0));
    for (var piece : inside) {
      piece.place(at + piece.source() - middleFrom);
    }
    at += middleTo - middleFrom;
    long payload = place(behind, MadeSamples.place(made.after(), at));
    byte[] header = new MovieWriter(movie, tracks).write(payload);
    long sent = sendParts(header, made, before, behind);
    return new Delivery(
        OutputKind.S3_COPY,
        header,
        payload,
        sent,
        header.length + payload - sent,
        middleTo - middleFrom - inside.stream().mapToLong(Piece::size).sum());
  }

  /** Copies inside the store are the sink's, which ends them when it is given up. */
  @Override
  public void giveUp() {}

  private long sendParts(byte[] header, MadeSamples made, List<Piece> before, List<Piece> behind)
      throws IOException {
    int known = Math.toIntExact(header.length + bytes(made.before()) + pieceBytes(before));
    int fill = Math.max(0, ClipSink.MIN_PART_BYTES - known);
    sink.copyPart(2, middleFrom + fill, early - middleFrom - fill);
    int last = sendLast(made, behind);
    var first = ByteBuffer.allocate(known + fill).put(header);
    made.before().forEach(sample -> first.put(sample.bytes()));
    gather(before, first);
    if (fill > 0) {
      master.readLast(middleFrom, first);
    }
    sink.part(1, first.flip());
    return (long) first.capacity() + last;
  }

  private int sendLast(MadeSamples made, List<Piece> behind) throws IOException {
    var last = ByteBuffer.allocate(Math.toIntExact(bytes(made.after()) + pieceBytes(behind)));
    made.after().forEach(sample -> last.put(sample.bytes()));
    gather(behind, last);
    if (last.capacity() > 0) {
      sink.part(++lastPart, last.flip());
    }
    return last.capacity();
  }

  private static long bytes(List<MadeSamples.Made> samples) {
    return samples.stream().mapToLong(sample -> sample.bytes().length).sum();
  }

  private static long pieceBytes(List<Piece> pieces) {
    return pieces.stream().mapToLong(Piece::size).sum();
  }

  private void gather(List<Piece> pieces, ByteBuffer into) throws IOException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      new ReadAhead(master, threads)
          .read(
              MasterExtents.of(pieces, ClipSink.MIN_PART_BYTES),
              (extent, bytes) -> {
                for (var piece : extent.pieces()) {
                  into.put(bytes, (int) (piece.source() - extent.offset()), piece.size());
                }
              });
    }
  }

  private static long place(List<Piece> pieces, long position) {
    long at = position;
    for (var piece : pieces) {
      piece.place(at);
      at += piece.size();
    }
    return at;
  }
}
