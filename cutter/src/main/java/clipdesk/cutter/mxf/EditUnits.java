package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Where each edit unit stands: a picture and the sound beside it, in the order of the file (SMPTE
 * ST 377-1, 11). Its index counts bytes of essence without partitions, which stand between them.
 */
final class EditUnits {
  private final long[] starts;
  private final long[] ends;
  private final IndexTable index;

  private EditUnits(long[] starts, long[] ends, IndexTable index) {
    this.starts = starts;
    this.ends = ends;
    this.index = index;
  }

  /**
   * @param count how many there should be, negative if nobody says
   * @throws UnsupportedMasterException if there are more or fewer, or no index says where
   * @throws MalformedMasterException if they lie outside the essence
   */
  static EditUnits of(CachedReader file, List<Partition> partitions, Tracks tracks, long count)
      throws IOException {
    var rate = tracks.picture().rate();
    var index = IndexTable.read(file, partitions, tracks.indexSid(), rate);
    long units = index.count() > 0 ? index.count() : count;
    if (units <= 0 || (count >= 0 && units != count)) {
      throw MetadataSets.unsupported("%d edit units, %d indexed".formatted(count, units));
    }
    if (units > SampleTables.MAX_SAMPLES) {
      throw new UnsupportedMasterException(
          FallbackReason.INDEX_TOO_LARGE, "%d edit units".formatted(units));
    }
    var bodies = partitions.stream().filter(it -> it.bodySid() == tracks.bodySid()).toList();
    return place(bodies, index, (int) units);
  }

  private static EditUnits place(List<Partition> bodies, IndexTable index, int count) {
    var starts = new long[count];
    var ends = new long[count];
    int body = -1;
    for (int i = 0; i < count; i++) {
      long offset = index.offset(i);
      boolean next = false;
      while (body + 1 < bodies.size() && bodies.get(body + 1).bodyOffset() <= offset) {
        body++;
        next = true;
      }
      if (body < 0) {
        throw malformed(i);
      }
      var partition = bodies.get(body);
      starts[i] = partition.essenceAt() + offset - partition.bodyOffset();
      ends[i] = partition.end();
      if (starts[i] < partition.essenceAt() || starts[i] >= partition.end()) {
        throw malformed(i);
      }
      if (i > 0 && starts[i] <= starts[i - 1]) {
        throw malformed(i);
      }
      if (i > 0 && !next) {
        ends[i - 1] = starts[i];
      }
    }
    return new EditUnits(starts, ends, index);
  }

  private static MalformedMasterException malformed(int unit) {
    return new MalformedMasterException(
        "index", -1, "edit unit %d is not where it says".formatted(unit));
  }

  int count() {
    return starts.length;
  }

  long start(int unit) {
    return starts[unit];
  }

  /** Behind its last byte, or further where the essence ends. */
  long end(int unit) {
    return ends[unit];
  }

  /** The unit that holds a place in the file, or the last one before it. */
  int at(long position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  IndexTable index() {
    return index;
  }
}
