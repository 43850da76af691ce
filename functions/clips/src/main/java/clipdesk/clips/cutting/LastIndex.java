package clipdesk.clips.cutting;

import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.index.StaleIndexException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of the master that was cut last. The ranges of one request are events of their own, and
 * a warm function reads the index for the first of them only. Not safe for threads: an instance of
 * the function serves one event at a time.
 */
final class LastIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LastIndex.class);

  private final ClipStore store;
  private Optional<Opened> last = Optional.empty();

  LastIndex(ClipStore store) {
    this.store = store;
  }

  private record Opened(String masterVersion, StoredObject source, MasterIndex index) {
    boolean isOf(ClipRequest request) {
      return masterVersion.equals(request.masterVersion()) && source.equals(request.source());
    }
  }

  /** What lies beside the master of a request; empty if that is nothing, or of another master. */
  Optional<MasterIndex> of(ClipRequest request) throws IOException {
    if (last.filter(opened -> opened.isOf(request)).isEmpty()) {
      last = open(request);
    }
    return last.map(Opened::index);
  }

  /** Has it read again next time: what it was opened from may be damaged, or mended since. */
  void forget() {
    last = Optional.empty();
  }

  private Optional<Opened> open(ClipRequest request) throws IOException {
    var sidecar = store.index(request);
    if (sidecar.isEmpty()) {
      return Optional.empty();
    }
    try {
      var index = SidecarIndex.open(sidecar.get(), store.master(request.source()));
      return Optional.of(new Opened(request.masterVersion(), request.source(), index));
    } catch (StaleIndexException e) {
      LOG.warn("The index beside the master is not its own: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
