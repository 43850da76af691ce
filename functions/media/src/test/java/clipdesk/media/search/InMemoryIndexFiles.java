package clipdesk.media.search;

import clipdesk.common.digests.Sha256;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The index's part of the bucket in memory: a manifest is written over by its tag alone. */
@Singleton
@Replaces(value = IndexFiles.class, factory = SearchWiring.class)
public final class InMemoryIndexFiles implements IndexFiles {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger tags = new AtomicInteger();
  private Optional<Stored> manifest = Optional.empty();

  @Override
  public synchronized Optional<Stored> manifest() {
    return manifest;
  }

  @Override
  public synchronized Optional<Stored> newerThan(String tag) {
    return manifest.filter(it -> !it.tag().equals(tag));
  }

  @Override
  public synchronized boolean replace(Manifest next, Optional<Stored> before) {
    if (!manifest.map(Stored::tag).equals(before.map(Stored::tag))) {
      return false;
    }
    // Through the text, as it would come from the store.
    manifest = Optional.of(new Stored(Manifest.read(next.json()), "tag-" + tags.incrementAndGet()));
    return true;
  }

  @Override
  public String keep(Path content, String hint) throws IOException {
    var bytes = Files.readAllBytes(content);
    var name = Sha256.hex(bytes).substring(0, 32) + "-" + hint;
    files.put(name, bytes);
    return name;
  }

  @Override
  public void fetch(String name, Path target) throws MissingFileException, IOException {
    var content = files.get(name);
    if (content == null) {
      throw new MissingFileException(name);
    }
    Files.write(target, content, StandardOpenOption.CREATE_NEW);
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  /** All that are kept. */
  Set<String> names() {
    return Set.copyOf(files.keySet());
  }

  /** As if somebody had taken them away. */
  public void lose() {
    files.clear();
  }
}
