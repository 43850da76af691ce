package clipdesk.media.search;

import clipdesk.common.stored.LeftOut;
import clipdesk.media.search.IndexFiles.MissingFileException;
import clipdesk.media.search.IndexFiles.Stored;
import clipdesk.media.search.Manifest.Shard;
import clipdesk.media.transcripts.TranscriptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index up to what transcripts and catalogue say now, whatever an event said: one that
 * comes twice, late or in another order changes nothing. New files first, then the manifest, on the
 * condition that nobody else wrote one; a worker that is killed leaves files that nobody names.
 */
final class IndexTranscripts {
  private static final Logger LOG = LoggerFactory.getLogger(IndexTranscripts.class);

  /** Others write at the same time, each in a few seconds. */
  private static final int ROUNDS = 10;

  /** Nobody reads a manifest that is older. */
  private static final Duration DROPPED_FOR = Duration.ofDays(1);

  private final IndexFiles files;
  private final LocalShards local;
  private final PresentTranscripts present;
  private final Supplier<String> ids;
  private final int mostEntries;
  private final InstantSource clock;

  /**
   * @param ids of new shards, none of them twice
   * @param mostEntries a shard of so many takes no more
   */
  IndexTranscripts(
      IndexFiles files,
      LocalShards local,
      PresentTranscripts present,
      Supplier<String> ids,
      int mostEntries,
      InstantSource clock) {
    this.files = files;
    this.local = local;
    this.present = present;
    this.ids = ids;
    this.mostEntries = mostEntries;
    this.clock = clock;
  }

  /** A shard and what is in it. */
  private record Listed(Optional<Shard> shard, Entries entries) {}

  /**
   * Looks at these transcripts, and at all of these videos.
   *
   * @throws IOException if the index cannot be read or written
   * @throws IllegalStateException if others are always quicker
   */
  void bringUpToDate(Collection<TranscriptKey> transcripts, Collection<String> videoIds)
      throws IOException, MissingFileException {
    for (var round = 0; round < ROUNDS; round++) {
      // Before all else: whoever writes a manifest after this makes ours void.
      var before = files.manifest();
      if (isWritten(before, transcripts, videoIds)) {
        return;
      }
      LOG.info("Another worker wrote the manifest first: once more");
    }
    throw new IllegalStateException("Others always write the manifest first");
  }

  private boolean isWritten(
      Optional<Stored> before, Collection<TranscriptKey> transcripts, Collection<String> videoIds)
      throws IOException, MissingFileException {
    var manifest = before.map(Stored::manifest).orElse(Manifest.EMPTY);
    local.keepOnly(manifest);
    var listed = listed(manifest);
    var keys = new ArrayList<>(transcripts);
    for (var videoId : videoIds) {
      keys.addAll(present.of(videoId));
      listed.forEach(it -> keys.addAll(it.entries().ofVideo(videoId)));
    }
    var changes = changes(listed, keys.stream().distinct().toList());
    if (changes.isEmpty()) {
      return true;
    }
    var next = new ArrayList<Shard>();
    for (var number = 0; number < Math.max(listed.size(), changes.lastKey() + 1); number++) {
      var shard =
          number < listed.size() ? listed.get(number) : new Listed(Optional.empty(), Entries.NONE);
      var change = changes.get(number);
      if (change == null) {
        next.add(shard.shard().orElseThrow());
      } else {
        changed(shard, change).ifPresent(next::add);
      }
    }
    var now = clock.instant();
    var written = manifest.with(next, now).withoutDroppedBefore(now.minus(DROPPED_FOR));
    if (!files.replace(written, before)) {
      return false;
    }
    sweep(manifest, written);
    return true;
  }

  private List<Listed> listed(Manifest manifest) throws IOException, MissingFileException {
    var listed = new ArrayList<Listed>();
    for (var shard : manifest.shards()) {
      var text = Files.readString(local.local(shard.entries()));
      var entries = LeftOut.ifUnreadable("index", shard.entries(), () -> Entries.read(text));
      listed.add(new Listed(Optional.of(shard), entries.orElse(Entries.NONE)));
    }
    return listed;
  }

  /** By the number of the shard; that of one more, if the last is full. */
  private TreeMap<Integer, ShardChange> changes(List<Listed> listed, List<TranscriptKey> keys) {
    var changes = new TreeMap<Integer, ShardChange>();
    var sizes = new ArrayList<>(listed.stream().map(it -> it.entries().all().size()).toList());
    for (var key : keys) {
      var wanted = present.find(key);
      var at = shardOf(listed, key);
      if (at.isPresent()) {
        var entry = listed.get(at.get()).entries().of(key);
        if (!wanted.map(PresentTranscripts.Present::entry).equals(entry)) {
          changes.computeIfAbsent(at.get(), _ -> new ShardChange()).put(key, wanted);
        }
      } else if (wanted.isPresent()) {
        if (sizes.isEmpty() || sizes.getLast() >= mostEntries) {
          sizes.add(0);
        }
        changes.computeIfAbsent(sizes.size() - 1, _ -> new ShardChange()).put(key, wanted);
        sizes.set(sizes.size() - 1, sizes.getLast() + 1);
      }
    }
    return changes;
  }

  private static Optional<Integer> shardOf(List<Listed> listed, TranscriptKey key) {
    for (var number = 0; number < listed.size(); number++) {
      if (listed.get(number).entries().of(key).isPresent()) {
        return Optional.of(number);
      }
    }
    return Optional.empty();
  }

  /** Empty if nothing is left in it. */
  private Optional<Shard> changed(Listed listed, ShardChange change)
      throws IOException, MissingFileException {
    var entries = change.applied(listed.entries());
    if (entries.all().isEmpty()) {
      return Optional.empty();
    }
    var folder = listed.shard().isPresent() ? local.folder(listed.shard().get()) : local.empty();
    try {
      var before = listed.shard().map(Shard::files).orElse(Map.of());
      var now = new TreeMap<String, String>();
      for (var name : change.write(folder)) {
        var kept = before.get(name);
        now.put(name, kept == null ? local.keep(folder.resolve(name)) : kept);
      }
      return Optional.of(
          new Shard(
              listed.shard().map(Shard::id).orElseGet(ids),
              keep(entries),
              entries.all().size(),
              entries.oldest(),
              entries.newest(),
              now));
    } finally {
      local.delete(folder);
    }
  }

  private String keep(Entries entries) throws IOException {
    var folder = local.empty();
    try {
      return local.keep(Files.writeString(folder.resolve("entries.json"), entries.json()));
    } finally {
      local.delete(folder);
    }
  }

  /** What is no longer named as dropped is taken away, unless a shard consists of it again. */
  private void sweep(Manifest before, Manifest written) {
    var named = new TreeSet<>(written.names().toList());
    written.dropped().forEach(it -> named.add(it.name()));
    before.dropped().stream()
        .map(Manifest.Dropped::name)
        .filter(it -> !named.contains(it))
        .forEach(files::delete);
  }
}
