package clipdesk.cutter.index;

import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.transport.PieceWindow;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The rows of a few hundred samples, column by column, each value as its difference from the one
 * before, compressed. Offsets are differences from the end of the sample before: 0 inside a chunk.
 */
final class SampleBlock {
  /** Small enough that little is read in vain at the ends of a range. */
  static final int SAMPLES = 512;

  private SampleBlock() {}

  /** Of samples that lie in the master as they are. */
  static byte[] encode(SampleWindow window) throws IOException {
    return compressed(out -> write(window, out));
  }

  /**
   * @param pieces the same samples in packets
   * @param stride bytes from packet to packet
   */
  static byte[] encode(SampleWindow window, PieceWindow pieces, int stride) throws IOException {
    return compressed(
        out -> {
          write(window, out);
          PieceColumns.write(out, pieces, stride);
        });
  }

  private interface Rows {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] compressed(Rows rows) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      rows.write(out);
    }
    return bytes.toByteArray();
  }

  private static void write(SampleWindow window, DataOutputStream out) throws IOException {
    Varints.write(out, window.description());
    Varints.write(out, window.offset(window.first()));
    for (int i = window.first();
        window.description() == SampleWindow.SEVERAL && i < window.end();
        i++) {
      Varints.write(out, window.description(i));
    }
    long previous = 0;
    for (int i = window.first(); i < window.end(); i++) {
      Varints.writeSigned(out, window.size(i) - previous);
      previous = window.size(i);
    }
    previous = 0;
    for (int i = window.first(); i < window.end(); i++) {
      Varints.writeSigned(out, window.duration(i) - previous);
      previous = window.duration(i);
    }
    previous = 0;
    for (int i = window.first(); i < window.end(); i++) {
      long composition = window.pts(i) - window.dts(i);
      Varints.writeSigned(out, composition - previous);
      previous = composition;
    }
    for (int i = window.first() + 1; i < window.end(); i++) {
      Varints.writeSigned(out, window.offset(i) - window.endOffset(i - 1));
    }
  }

  /**
   * The columns of one block, ready to be joined to those of others.
   *
   * @param descriptions one of all samples, or one of each
   * @param pieces of samples that lie in packets
   */
  record Columns(
      int[] descriptions,
      int[] sizes,
      int[] durations,
      int[] compositionOffsets,
      long[] offsets,
      Optional<PieceColumns> pieces) {
    int description(int sample) {
      return descriptions[descriptions.length == 1 ? 0 : sample];
    }
  }

  /**
   * @param count how many samples the block holds
   * @param inPieces whether it says in which packets they lie
   * @throws StaleIndexException if the bytes are no such block
   */
  static Columns decode(byte[] bytes, int from, int length, int count, boolean inPieces) {
    try (var in =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(bytes, from, length))))) {
      var columns = columns(in, count, inPieces);
      // The end has to be seen: the checksum lies behind it.
      if (in.read() >= 0) {
        throw new StaleIndexException("A block of the cut index holds more than its samples");
      }
      return columns;
    } catch (IOException | ArithmeticException damage) {
      throw StaleIndexException.damaged(damage);
    }
  }

  private static Columns columns(DataInputStream in, int count, boolean inPieces)
      throws IOException {
    int[] descriptions = {(int) Varints.read(in)};
    var offsets = new long[count];
    offsets[0] = Varints.read(in);
    if (descriptions[0] == SampleWindow.SEVERAL) {
      descriptions = new int[count];
      for (int i = 0; i < count; i++) {
        descriptions[i] = (int) Varints.read(in);
      }
    }
    int[] sizes = column(in, count);
    int[] durations = column(in, count);
    int[] composition = column(in, count);
    for (int i = 1; i < count; i++) {
      offsets[i] = offsets[i - 1] + sizes[i - 1] + Varints.readSigned(in);
    }
    var pieces =
        inPieces ? Optional.of(PieceColumns.read(in, sizes)) : Optional.<PieceColumns>empty();
    return new Columns(descriptions, sizes, durations, composition, offsets, pieces);
  }

  private static int[] column(DataInputStream in, int count) throws IOException {
    var column = new int[count];
    long value = 0;
    for (int i = 0; i < count; i++) {
      value += Varints.readSigned(in);
      column[i] = Math.toIntExact(value);
    }
    return column;
  }
}
