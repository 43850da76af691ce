package clipdesk.cutter.matroska;

import clipdesk.cutter.foreign.Frames;
import java.io.IOException;
import java.util.Arrays;

/** The frames of a {@code SimpleBlock} or {@code Block} (RFC 9559, 10). */
final class BlockReader {
  private static final int MAX_HEADER_BYTES = 4096;
  private static final int KEY = 0x80;
  private static final int LACING = 0x06;
  private static final int XIPH = 1;
  private static final int FIXED = 2;
  private static final int MAX_LACED = 256;

  private final Element block;
  private final byte[] header;
  private int at;

  private BlockReader(Element block) throws IOException {
    this.block = block;
    this.header = block.file().read(block.at(), (int) Math.min(MAX_HEADER_BYTES, block.size()));
  }

  interface Tracks {
    /** The list of a track's frames; one that nobody reads for a track that is not wanted. */
    Frames of(int number);
  }

  /**
   * @param clusterTicks time of the cluster
   * @param key whether a {@code Block}, which has no flag for it, can be decoded by itself
   */
  static void read(Element block, Tracks tracks, long clusterTicks, boolean simple, boolean key)
      throws IOException {
    new BlockReader(block).read(tracks, clusterTicks, simple, key);
  }

  private void read(Tracks tracks, long clusterTicks, boolean simple, boolean key)
      throws IOException {
    var frames = tracks.of((int) number());
    short relative = (short) ((next() << 8) | next());
    int flags = next();
    boolean isKey = simple ? (flags & KEY) != 0 : key;
    int lacing = (flags & LACING) >> 1;
    int count = lacing == 0 ? 1 : next() + 1;
    int[] sizes = sizes(lacing, count);
    long offset = block.at() + at;
    for (int i = 0; i < count; i++) {
      long time = i == 0 ? clusterTicks + relative : Frames.UNKNOWN;
      frames.add(offset, sizes[i], time, isKey);
      offset += sizes[i];
    }
  }

  private int[] sizes(int lacing, int count) {
    var sizes = new int[Math.min(count, MAX_LACED)];
    long known = 0;
    if (lacing == FIXED) {
      long each = (block.size() - at) / count;
      for (int i = 0; i < count - 1; i++) {
        sizes[i] = Math.toIntExact(each);
        known += each;
      }
    } else {
      for (int i = 0; i < count - 1; i++) {
        long size = lacing == XIPH ? xiph() : i == 0 ? number() : sizes[i - 1] + difference();
        if (size < 0 || size > block.size()) {
          throw block.malformed("a laced frame of %d bytes".formatted(size));
        }
        sizes[i] = (int) size;
        known += size;
      }
    }
    long last = block.size() - at - known;
    if (last < 0) {
      throw block.malformed("laced frames are longer than their block");
    }
    sizes[count - 1] = Math.toIntExact(last);
    if (count > 1 && Arrays.stream(sizes).anyMatch(size -> size == 0)) {
      // A block of a few bytes would make frames without number.
      throw block.malformed("a laced frame of no byte");
    }
    return sizes;
  }

  private long xiph() {
    long size = 0;
    int part = 0xff;
    while (part == 0xff) {
      part = next();
      size += part;
    }
    return size;
  }

  /** A number of variable length without its marker (RFC 8794, 4). */
  private long number() {
    int first = next();
    int bytes = Integer.numberOfLeadingZeros(first) - 23;
    if (bytes > 8) {
      throw block.malformed("a number of no length");
    }
    long value = first & ((1 << (8 - bytes)) - 1);
    for (int i = 1; i < bytes; i++) {
      value = (value << 8) | next();
    }
    return value;
  }

  /** A signed difference: the number less half of its range. */
  private long difference() {
    int start = at;
    long value = number();
    int bytes = at - start;
    return value - ((1L << (7 * bytes - 1)) - 1);
  }

  private int next() {
    if (at >= header.length) {
      throw block.malformed("ends inside its header");
    }
    return header[at++] & 0xff;
  }
}
