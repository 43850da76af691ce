package clipdesk.cutter.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Reads many pieces of a source that lie close together, one after the other, with few requests: a
 * request reaches over the pieces that follow, and over what lies between them.
 */
public final class SpanReader {
  private static final int MAX_SPAN_BYTES = 4 << 20;
  private static final int MAX_GAP_BYTES = 256 << 10;

  private final RecentReads source;
  private final IntToLongFunction offset;
  private final IntUnaryOperator size;
  private final int end;
  private long spanFrom;
  private long spanTo;

  /**
   * @param offset where piece i lies
   * @param size how long piece i is
   * @param end behind the last piece that will be asked for
   */
  public SpanReader(RecentReads source, IntToLongFunction offset, IntUnaryOperator size, int end) {
    this.source = source;
    this.offset = offset;
    this.size = size;
    this.end = end;
  }

  /** The bytes of one piece. */
  public byte[] read(int piece) throws IOException {
    long from = offset.applyAsLong(piece);
    int length = size.applyAsInt(piece);
    if (from < spanFrom || from + length > spanTo) {
      load(piece);
    }
    var bytes = new byte[length];
    source.read(from, ByteBuffer.wrap(bytes));
    return bytes;
  }

  private void load(int piece) throws IOException {
    long from = offset.applyAsLong(piece);
    long to = from + size.applyAsInt(piece);
    for (int next = piece + 1; next < end; next++) {
      long nextFrom = offset.applyAsLong(next);
      long nextTo = nextFrom + size.applyAsInt(next);
      boolean close = nextFrom >= to && nextFrom - to <= MAX_GAP_BYTES;
      if (!close || nextTo - from > MAX_SPAN_BYTES) {
        break;
      }
      to = nextTo;
    }
    source.prefetch(from, Math.toIntExact(to - from));
    spanFrom = from;
    spanTo = to;
  }
}
