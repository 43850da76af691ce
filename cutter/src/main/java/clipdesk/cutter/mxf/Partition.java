package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A partition: metadata, an index, essence, any of them or none (SMPTE ST 377-1, 7).
 *
 * @param end where the next one starts, or the file's own index of partitions
 * @param bodyOffset how many bytes of its essence container stand in partitions before it
 * @param bodySid which essence container it has a part of, 0 if of none
 */
record Partition(
    Key key,
    Key pattern,
    long metadataAt,
    long indexAt,
    long essenceAt,
    long end,
    long bodyOffset,
    long bodySid) {
  private static final int PACK_BYTES = 88;
  private static final int ENTRY_BYTES = 12;

  /** One every ten seconds is usual. */
  private static final int MAX_PARTITIONS = 16_384;

  /**
   * All of a file, as its last value lists them.
   *
   * @throws UnsupportedMasterException if there is no such list: the file may still be growing
   * @throws MalformedMasterException if a partition is not where it should be
   */
  static List<Partition> all(CachedReader file) throws IOException {
    long size = file.sizeBytes();
    long listAt = size - Bytes.u32(file.read(size - 4, 4), 0);
    if (listAt <= 0 || listAt > size - Key.BYTES - 1) {
      throw unlisted();
    }
    if (!Key.of(file.read(listAt, Key.BYTES), 0).isRandomIndex()) {
      throw unlisted();
    }
    var list = Klv.at(file::read, listAt, size);
    int count = (int) Math.min(MAX_PARTITIONS + 1L, list.length() / ENTRY_BYTES);
    if (count == 0 || count > MAX_PARTITIONS) {
      throw new MalformedMasterException("random index", listAt, "lists too many partitions");
    }
    byte[] entries = file.read(list.valueAt(), count * ENTRY_BYTES);
    List<Partition> partitions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = Bytes.i64(entries, i * ENTRY_BYTES + 4);
      long next = i + 1 < count ? Bytes.i64(entries, (i + 1) * ENTRY_BYTES + 4) : listAt;
      if (at < 0 || at >= next || next > listAt || (i == 0 && at != 0)) {
        throw new MalformedMasterException("random index", listAt, "is not in order");
      }
      partitions.add(read(file, at, next));
    }
    return partitions;
  }

  private static Partition read(CachedReader file, long at, long end) throws IOException {
    var pack = Klv.at(file::read, at, end);
    if (!pack.key().isPartition() || pack.length() < PACK_BYTES) {
      throw new MalformedMasterException("partition", at, "does not start here");
    }
    byte[] fields = file.read(pack.valueAt(), PACK_BYTES);
    long metadataAt = skipFill(file, pack.end(), end);
    long indexAt = plus(metadataAt, Bytes.i64(fields, 32), end, at);
    long essenceAt = plus(indexAt, Bytes.i64(fields, 40), end, at);
    return new Partition(
        pack.key(),
        Key.of(fields, 64),
        metadataAt,
        indexAt,
        skipFill(file, essenceAt, end),
        end,
        Bytes.i64(fields, 52),
        Bytes.u32(fields, 60));
  }

  private static long skipFill(CachedReader file, long from, long end) throws IOException {
    if (end - from > Key.BYTES) {
      var next = Klv.at(file::read, from, end);
      return next.key().isFill() ? next.end() : from;
    }
    return from;
  }

  private static long plus(long from, long bytes, long end, long at) {
    if (bytes < 0 || bytes > end - from) {
      throw new MalformedMasterException("partition", at, "says that it is longer than it is");
    }
    return from + bytes;
  }

  /** Where index segments end. */
  long indexEnd() {
    return essenceAt;
  }

  private static UnsupportedMasterException unlisted() {
    return new UnsupportedMasterException(
        FallbackReason.CONTAINER, "an MXF file that does not say where its partitions are");
  }
}
