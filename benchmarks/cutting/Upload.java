import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A multipart upload with S3's rules for parts. A copied range is kept as a reference to the
 * master, so that what is measured is the function's work and not this machine's disk.
 */
final class Upload {
  private final NavigableMap<Integer, Part> parts = new ConcurrentSkipListMap<>();

  private record Part(ByteSource bytes, long offset, long length) {}

  void put(int number, byte[] bytes) {
    parts.put(number, new Part(new Held(bytes), 0, bytes.length));
  }

  void copy(int number, ByteSource master, long from, long length) {
    parts.put(number, new Part(master, from, length));
  }

  /** The object that the parts make, readable as any other. */
  ByteSource complete() {
    int last = parts.isEmpty() ? 0 : parts.lastKey();
    if (last != parts.size() || last > ClipSink.MAX_PARTS) {
      throw new IllegalStateException("%d parts, the last is %d".formatted(parts.size(), last));
    }
    var starts = new TreeMap<Long, Part>();
    long size = 0;
    for (var part : parts.entrySet()) {
      long length = part.getValue().length();
      boolean small = length < ClipSink.MIN_PART_BYTES && part.getKey() != last;
      if (small || length > ClipSink.MAX_PART_BYTES) {
        throw new IllegalStateException(
            "Part %d of %d has %d bytes".formatted(part.getKey(), last, length));
      }
      starts.put(size, part.getValue());
      size += length;
    }
    return new Whole(starts, size);
  }

  private record Whole(NavigableMap<Long, Part> starts, long sizeBytes) implements ByteSource {
    @Override
    public String identity() {
      return "clip";
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
      long at = offset;
      while (into.hasRemaining()) {
        var part = starts.floorEntry(at);
        long inPart = at - part.getKey();
        long left = part.getValue().length() - inPart;
        if (left <= 0) {
          throw new EOFException("The clip ends at byte " + sizeBytes);
        }
        int count = (int) Math.min(left, into.remaining());
        var slice = into.slice(into.position(), count);
        part.getValue().bytes().read(part.getValue().offset() + inPart, slice);
        into.position(into.position() + count);
        at += count;
      }
    }

    @Override
    public void close() {}
  }

  /** Bytes that were sent. */
  private record Held(byte[] bytes) implements ByteSource {
    @Override
    public long sizeBytes() {
      return bytes.length;
    }

    @Override
    public String identity() {
      return "sent";
    }

    @Override
    public void read(long offset, ByteBuffer into) {
      into.put(bytes, Math.toIntExact(offset), into.remaining());
    }

    @Override
    public void close() {}
  }
}
