package clipdesk.cutter.reencode;

import clipdesk.cutter.io.ClipSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.bytedeco.javacv.Seekable;

/**
 * A clip leaving in parts while a muxer writes it. The muxer goes back once, to fill in the length
 * of the media data, whose header lies at the start: the first part is therefore held to the end.
 */
final class PartStream extends OutputStream implements Seekable {
  private static final int PART_BYTES = 8 << 20;
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;

  private final ClipSink sink;
  private final byte[] first = new byte[PART_BYTES];
  private final byte[] current = new byte[PART_BYTES];
  private int currentNumber = 2;
  private long position;
  private long end;

  PartStream(ClipSink sink) {
    this.sink = sink;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] data, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      done += writeWithinOnePart(data, offset + done, length - done);
    }
  }

  private int writeWithinOnePart(byte[] data, int offset, int length) throws IOException {
    int within = (int) (position % PART_BYTES);
    int n = Math.min(length, PART_BYTES - within);
    if (position < PART_BYTES) {
      System.arraycopy(data, offset, first, within, n);
    } else if (position / PART_BYTES + 1 == currentNumber) {
      System.arraycopy(data, offset, current, within, n);
    } else {
      throw new IOException("The muxer went back to byte " + position + ", already sent");
    }
    position += n;
    end = Math.max(end, position);
    if (position == end && position % PART_BYTES == 0 && position > PART_BYTES) {
      sink.part(currentNumber, ByteBuffer.wrap(current));
      currentNumber++;
    }
    return n;
  }

  @Override
  public void seek(long offset, int whence) {
    position =
        switch (whence) {
          case SEEK_SET -> offset;
          case SEEK_CUR -> position + offset;
          case SEEK_END -> end + offset;
          default -> throw new UncheckedIOException(new IOException("Unknown seek " + whence));
        };
  }

  /** Sends the last part and then the first. */
  void complete() throws IOException {
    int rest = (int) (end % PART_BYTES);
    if (end > PART_BYTES && rest > 0) {
      sink.part(currentNumber, ByteBuffer.wrap(current, 0, rest));
    }
    sink.part(1, ByteBuffer.wrap(first, 0, (int) Math.min(end, PART_BYTES)));
  }
}
