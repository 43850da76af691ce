package clipdesk.cutter.mxf;

import clipdesk.cutter.h264.StreamedPicture;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A file as if its pictures of H.264 had lengths in place of start codes. A read costs the edit
 * units that it touches.
 */
final class LengthPrefixedSource extends ForwardingSource {
  private static final long MAX_BYTES = 96L << 20;

  private final ByteSource file;
  private final MasterLayout layout;

  LengthPrefixedSource(ByteSource file, MasterLayout layout) {
    super(file);
    this.file = file;
    this.layout = layout;
  }

  @Override
  public long sizeBytes() {
    return file.sizeBytes() + (long) layout.room() * layout.units().count();
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    requireInside(offset, into.remaining());
    if (!into.hasRemaining()) {
      return;
    }
    int first = layout.at(offset);
    int last = layout.at(offset + into.remaining() - 1);
    long from = layout.units().start(first);
    long length = layout.units().end(last) - from;
    if (length > MAX_BYTES) {
      throw new MalformedMasterException("edit unit", from, "is %d bytes long".formatted(length));
    }
    var bytes = new byte[(int) length];
    file.read(from, ByteBuffer.wrap(bytes));
    var target = new Target(offset, into);
    for (int unit = first; unit <= last; unit++) {
      put(target, unit, from, bytes);
    }
    into.position(into.limit());
  }

  private void put(Target target, int unit, long base, byte[] bytes) throws IOException {
    long from = layout.units().start(unit);
    long to = layout.units().end(unit);
    var elements =
        ContentPackage.read(
            (at, length) ->
                Arrays.copyOfRange(bytes, (int) (at - base), (int) (at - base) + length),
            from,
            to);
    var picture = elements.require(layout.picture());
    int start = (int) (picture.valueAt() - base);
    int end = (int) (picture.end() - base);
    target.put(layout.start(unit), bytes, (int) (from - base), start);
    var streamed = StreamedPicture.of(Arrays.copyOfRange(bytes, start, end), end - start);
    var sample = ByteBuffer.allocate(streamed.sampleBytes());
    streamed.write(sample);
    target.put(layout.offset(unit, elements, picture), sample.array(), 0, sample.capacity());
    target.put(picture.end() + (long) layout.room() * (unit + 1), bytes, end, (int) (to - base));
  }

  /** What was asked for. */
  private record Target(long offset, ByteBuffer into) {
    /** What of some bytes lies in it. */
    void put(long at, byte[] bytes, int from, int to) {
      int skipped = Math.clamp(offset - at, 0, to - from);
      int room = Math.clamp(offset + into.remaining() - at, 0, to - from);
      if (skipped < room) {
        into.put(
            into.position() + (int) (at + skipped - offset), bytes, from + skipped, room - skipped);
      }
    }
  }
}
