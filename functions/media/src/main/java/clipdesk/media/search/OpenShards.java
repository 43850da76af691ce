package clipdesk.media.search;

import clipdesk.common.logging.EmfCount;
import clipdesk.media.search.IndexFiles.MissingFileException;
import clipdesk.media.search.IndexFiles.Stored;
import clipdesk.media.search.Manifest.Shard;
import clipdesk.transcript.search.ShardSearch;
import clipdesk.transcript.search.Sought;
import clipdesk.transcript.search.Sought.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards as this process has them open: a few seconds old at most, the newest first and no more
 * of them than a page needs.
 */
final class OpenShards implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenShards.class);

  /** With the seconds that an index takes, a new revision is found within half a minute. */
  static final Duration LOOKS_EVERY = Duration.ofSeconds(10);

  private final IndexFiles files;
  private final LocalShards local;
  private final InstantSource clock;
  private final Map<Shard, Opened> open = new LinkedHashMap<>();
  private Optional<Stored> current = Optional.empty();
  private Optional<Instant> lookedAt = Optional.empty();

  OpenShards(IndexFiles files, LocalShards local, InstantSource clock) {
    this.files = files;
    this.local = local;
    this.clock = clock;
  }

  private record Opened(Path folder, DirectoryReader reader) {}

  /**
   * Passages that answer.
   *
   * @param incomplete whether a shard could not be had, and nothing of it is here
   */
  record Batch(List<Sought.Found> found, boolean incomplete) {}

  synchronized Batch find(Sought sought, Sought.Page page) {
    try {
      look();
      var batch = found(sought, page);
      // A file that is gone may be none of the newest manifest's.
      return batch.incomplete() && lookAnew() ? found(sought, page) : batch;
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  /** The newest shard, for whoever searches first. */
  synchronized void openNewest() {
    try {
      look();
      var newest = shards().stream().max(Comparator.comparing(Shard::to));
      if (newest.isPresent()) {
        reader(newest.get());
      }
    } catch (IOException | RuntimeException e) {
      // It fails again, and is told, when somebody searches.
      LOG.info("No shard is open yet: {}", e.getMessage());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (var shard : List.copyOf(open.keySet())) {
      close(shard);
    }
    local.deleteAll();
  }

  private void look() throws IOException {
    var now = clock.instant();
    if (lookedAt.filter(it -> now.isBefore(it.plus(LOOKS_EVERY))).isEmpty()) {
      lookAnew();
      lookedAt = Optional.of(now);
    }
  }

  /** Whether there was another manifest. */
  private boolean lookAnew() throws IOException {
    var newer = current.map(it -> files.newerThan(it.tag())).orElseGet(files::manifest);
    if (newer.isEmpty()) {
      return false;
    }
    current = newer;
    for (var shard : List.copyOf(open.keySet())) {
      if (!shards().contains(shard)) {
        close(shard);
      }
    }
    local.keepOnly(newer.get().manifest());
    return true;
  }

  private List<Shard> shards() {
    return current.map(it -> it.manifest().shards()).orElse(List.of());
  }

  private Batch found(Sought sought, Sought.Page page) throws IOException {
    var rest = new ArrayList<>(shards());
    rest.sort(Comparator.comparing(Shard::to).reversed());
    var readers = new ArrayList<IndexReader>();
    var found = List.<Sought.Found>of();
    var incomplete = false;
    while (!rest.isEmpty()) {
      var reader = reader(rest.removeFirst());
      incomplete |= reader.isEmpty();
      reader.ifPresent(readers::add);
      if (sought.order() == Order.NEWEST || rest.isEmpty()) {
        found = ShardSearch.find(readers, sought, page);
        if (isSettled(found, page, rest)) {
          break;
        }
      }
    }
    return new Batch(found, incomplete);
  }

  /** Whether nothing in the rest can come before what was found. */
  private static boolean isSettled(List<Sought.Found> found, Sought.Page page, List<Shard> rest) {
    return found.size() == page.limit()
        && rest.stream().noneMatch(it -> !it.to().isBefore(found.getLast().place().date()));
  }

  private Optional<IndexReader> reader(Shard shard) throws IOException {
    if (!open.containsKey(shard)) {
      try {
        open.put(shard, opened(shard));
      } catch (MissingFileException | CorruptIndexException e) {
        LOG.error("Shard {} of the index cannot be opened: {}", shard.id(), e.getMessage());
        EmfCount.printOfStack("SpoiltShards", "store", "index");
        return Optional.empty();
      }
    }
    return Optional.of(open.get(shard).reader());
  }

  private Opened opened(Shard shard) throws MissingFileException, IOException {
    EmfCount.print("SearchLoads", Map.of());
    var folder = local.folder(shard);
    return new Opened(folder, DirectoryReader.open(new MMapDirectory(folder)));
  }

  private void close(Shard shard) throws IOException {
    var opened = open.remove(shard);
    opened.reader().close();
    local.delete(opened.folder());
  }
}
