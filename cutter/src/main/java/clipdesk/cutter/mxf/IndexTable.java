package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The segments of an index, which stand in any partitions (SMPTE ST 377-1, 11.1): of each edit unit
 * where it starts, and at which place the picture that is shown there is stored.
 */
final class IndexTable {
  private static final int RATE = 0x3f0b;
  private static final int START = 0x3f0c;
  private static final int DURATION = 0x3f0d;
  private static final int UNIT_BYTES = 0x3f05;
  private static final int INDEX_SID = 0x3f06;
  private static final int ENTRIES = 0x3f0a;

  /** Lists in local sets have at most 64 KiB. */
  private static final int MAX_SEGMENT_BYTES = 1 << 20;

  private static final int LIST_HEADER_BYTES = 8;
  private static final int MIN_ENTRY_BYTES = 11;

  private final long unitBytes;
  private long[] offsets;
  private byte[] temporal;
  private byte[] flags;
  private int count;

  private IndexTable(long unitBytes, int room) {
    this.unitBytes = unitBytes;
    this.offsets = new long[room];
    this.temporal = new byte[room];
    this.flags = new byte[room];
  }

  /**
   * @param rate of the pictures
   * @throws UnsupportedMasterException if units are missing from it, or it has another rate
   * @throws MalformedMasterException if a segment does not hold what it says
   */
  static IndexTable read(
      CachedReader file, List<Partition> partitions, long sid, LocalSet.Rate rate)
      throws IOException {
    List<LocalSet> segments = new ArrayList<>();
    for (var partition : partitions) {
      for (long at = partition.indexAt(); at < partition.indexEnd(); ) {
        var klv = Klv.at(file::read, at, partition.indexEnd());
        if (klv.key().isIndexSegment() && klv.length() <= MAX_SEGMENT_BYTES) {
          var segment = LocalSet.of(klv, file.read(klv.valueAt(), (int) klv.length()));
          if (segment.number(INDEX_SID) == sid) {
            if (!segment.rate(RATE).isSame(rate)) {
              throw MetadataSets.unsupported("an index of another rate than the pictures");
            }
            segments.add(segment);
          }
        }
        at = klv.end();
      }
    }
    segments.sort(Comparator.comparingLong(it -> it.number(START)));
    return of(segments);
  }

  private static IndexTable of(List<LocalSet> segments) {
    if (segments.isEmpty()) {
      throw MetadataSets.unsupported("an MXF file without an index");
    }
    var first = segments.getFirst();
    if (first.number(UNIT_BYTES) > 0) {
      return constant(segments);
    }
    var table = new IndexTable(0, 64);
    for (var segment : segments) {
      table.take(segment);
    }
    return table;
  }

  /** All units are as long as each other; how many there are may stand elsewhere. */
  private static IndexTable constant(List<LocalSet> segments) {
    long bytes = segments.getFirst().number(UNIT_BYTES);
    long end = 0;
    for (var segment : segments) {
      if (segment.number(UNIT_BYTES) != bytes || segment.number(START) > end) {
        throw MetadataSets.unsupported("an index of several kinds, or with a gap");
      }
      end = Math.max(end, segment.number(START) + segment.number(DURATION));
    }
    var table = new IndexTable(bytes, 0);
    table.count = requireFew(end);
    return table;
  }

  /** Segments are repeated: what is known already is left out. */
  private void take(LocalSet segment) {
    byte[] list = segment.bytes(ENTRIES);
    long entries = list.length < LIST_HEADER_BYTES ? 0 : Bytes.u32(list, 0);
    int size = list.length < LIST_HEADER_BYTES ? 0 : Bytes.i32(list, 4);
    long start = segment.number(START);
    if (entries == 0) {
      return;
    }
    boolean fits = size >= MIN_ENTRY_BYTES && entries <= (list.length - LIST_HEADER_BYTES) / size;
    if (!fits || segment.number(UNIT_BYTES) != 0) {
      throw new MalformedMasterException("index segment", -1, "its entries do not fit");
    }
    if (start > count) {
      throw MetadataSets.unsupported("edit units %d to %d are not indexed".formatted(count, start));
    }
    int end = requireFew(start + Math.min(entries, segment.number(DURATION)));
    grow(end);
    for (; count < end; count++) {
      int at = LIST_HEADER_BYTES + (int) (count - start) * size;
      temporal[count] = list[at];
      flags[count] = list[at + 2];
      offsets[count] = Bytes.i64(list, at + 3);
    }
  }

  private static int requireFew(long units) {
    if (units < 0 || units > SampleTables.MAX_SAMPLES) {
      throw new UnsupportedMasterException(
          FallbackReason.INDEX_TOO_LARGE, "%d edit units are indexed".formatted(units));
    }
    return (int) units;
  }

  private void grow(int room) {
    if (room > offsets.length) {
      int more = Math.max(room, 2 * offsets.length);
      offsets = Arrays.copyOf(offsets, more);
      temporal = Arrays.copyOf(temporal, more);
      flags = Arrays.copyOf(flags, more);
    }
  }

  /** How many units it says there are, 0 if it does not. */
  int count() {
    return count;
  }

  /** Bytes of essence before a unit. */
  long offset(int unit) {
    return unitBytes > 0 ? Math.multiplyExact(unitBytes, (long) unit) : offsets[unit];
  }

  /**
   * How much later than in its place the picture is stored that is shown as number {@code unit}.
   */
  int temporalOffset(int unit) {
    return unitBytes > 0 ? 0 : temporal[unit];
  }

  /** Of the picture that is stored there: 0x40 sequence header, 0x30 kinds of reference. */
  int flags(int unit) {
    return unitBytes > 0 ? 0 : flags[unit] & 0xff;
  }
}
