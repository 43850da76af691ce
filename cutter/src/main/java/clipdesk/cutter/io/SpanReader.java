package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.FutureTask;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Reads many pieces of a source that lie close together, one after the other, with few requests: a
 * request reaches over the pieces that follow, and over what little lies between them. A few
 * requests run ahead. Not safe for threads.
 */
public final class SpanReader {
  private static final int MAX_SPAN_BYTES = 2 << 20;

  /** Requests run side by side, so that one more costs less time than many bytes do. */
  private static final int MAX_GAP_BYTES = 16 << 10;

  private static final int REQUESTS_IN_FLIGHT = 4;

  private final RecentReads source;
  private final Pieces pieces;
  private final Deque<Span> ahead = new ArrayDeque<>();
  private long spanFrom;
  private long spanTo;
  private int next;

  /**
   * Where the pieces lie.
   *
   * @param offset where piece i lies
   * @param size how long piece i is
   * @param needed whether piece i will be asked for
   * @param first the first piece that may be asked for
   * @param end behind the last one
   */
  public record Pieces(
      IntToLongFunction offset, IntUnaryOperator size, IntPredicate needed, int first, int end) {
    private long from(int piece) {
      return offset.applyAsLong(piece);
    }

    private long to(int piece) {
      return from(piece) + size.applyAsInt(piece);
    }

    private int nextNeeded(int from) {
      int piece = from;
      while (piece < end && !needed.test(piece)) {
        piece++;
      }
      return piece;
    }

    /** What one request reaches over that begins with a piece. */
    private Reach reach(int piece) {
      long from = from(piece);
      long to = to(piece);
      int next = nextNeeded(piece + 1);
      while (next < end) {
        long gap = from(next) - to;
        if (gap < 0 || gap > MAX_GAP_BYTES || to(next) - from > MAX_SPAN_BYTES) {
          break;
        }
        to = to(next);
        next = nextNeeded(next + 1);
      }
      return new Reach(from, to, next);
    }

    /** How many requests it takes to read all that is needed. */
    public int requests() {
      int requests = 0;
      for (int next = nextNeeded(first); next < end; next = reach(next).next()) {
        requests++;
      }
      return requests;
    }
  }

  /**
   * @param next the first needed piece that is left to the request behind it
   */
  private record Reach(long from, long to, int next) {}

  private record Span(long from, long to, FutureTask<Void> reading) {
    boolean holds(long offset, int length) {
      return offset >= from && offset + length <= to;
    }
  }

  public SpanReader(RecentReads source, Pieces pieces) {
    this.source = source;
    this.pieces = pieces;
    this.next = pieces.first();
  }

  /** The bytes of one piece; those that are not needed can be had, too, with a request each. */
  public byte[] read(int piece) throws IOException {
    long from = pieces.from(piece);
    var bytes = new byte[pieces.size().applyAsInt(piece)];
    boolean here = from >= spanFrom && from + bytes.length <= spanTo;
    if (!here && pieces.needed().test(piece)) {
      await(from, bytes.length);
    }
    source.read(from, ByteBuffer.wrap(bytes));
    return bytes;
  }

  /** Waits for the span of a piece; those before it are not asked for any more. */
  private void await(long from, int length) throws IOException {
    startMore();
    while (!ahead.isEmpty()) {
      var span = ahead.removeFirst();
      Waiting.get(span.reading());
      startMore();
      if (span.holds(from, length)) {
        spanFrom = span.from();
        spanTo = span.to();
        return;
      }
    }
  }

  private void startMore() {
    while (ahead.size() < REQUESTS_IN_FLIGHT) {
      next = pieces.nextNeeded(next);
      if (next == pieces.end()) {
        return;
      }
      ahead.addLast(start());
    }
  }

  private Span start() {
    var reach = pieces.reach(next);
    next = reach.next();
    int length = Math.toIntExact(reach.to() - reach.from());
    var reading =
        new FutureTask<Void>(
            () -> {
              source.prefetch(reach.from(), length);
              return null;
            });
    Thread.startVirtualThread(reading);
    return new Span(reach.from(), reach.to(), reading);
  }
}
