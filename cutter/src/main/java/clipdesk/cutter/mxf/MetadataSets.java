package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sets of header metadata, which refer to each other (SMPTE ST 377-1, 9). */
final class MetadataSets {
  static final int INSTANCE = 0x3c0a;

  private static final int MAX_BYTES = 16 << 20;

  private final Map<Key, LocalSet> sets = new HashMap<>();

  private MetadataSets() {}

  /**
   * Those of the first partition, or of the last one that has some if the first are provisional.
   */
  static MetadataSets read(CachedReader file, List<Partition> partitions) throws IOException {
    var chosen = partitions.getFirst();
    if (!chosen.key().isClosedAndComplete()) {
      for (var partition : partitions) {
        chosen = partition.indexAt() > partition.metadataAt() ? partition : chosen;
      }
    }
    if (chosen.indexAt() - chosen.metadataAt() > MAX_BYTES) {
      throw unsupported("header metadata of more than %d bytes".formatted(MAX_BYTES));
    }
    var found = new MetadataSets();
    for (long at = chosen.metadataAt(); at < chosen.indexAt(); ) {
      var klv = Klv.at(file::read, at, chosen.indexAt());
      if (klv.key().isMetadataSet()) {
        found.add(LocalSet.of(klv, file.read(klv.valueAt(), (int) klv.length())));
      }
      at = klv.end();
    }
    return found;
  }

  private void add(LocalSet set) {
    set.key(INSTANCE).ifPresent(name -> sets.put(name, set));
  }

  List<LocalSet> ofKind(int kind) {
    return sets.values().stream().filter(set -> set.kind() == kind).toList();
  }

  LocalSet only(int kind, String name) {
    var found = ofKind(kind);
    if (found.size() != 1) {
      throw unsupported("%d sets of %s".formatted(found.size(), name));
    }
    return found.getFirst();
  }

  Optional<LocalSet> behind(LocalSet set, int tag) {
    return set.key(tag).map(sets::get);
  }

  /** In the order in which they are listed. */
  List<LocalSet> allBehind(LocalSet set, int tag) {
    return set.keys(tag).stream().filter(sets::containsKey).map(sets::get).toList();
  }

  static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
