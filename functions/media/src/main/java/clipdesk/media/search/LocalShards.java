package clipdesk.media.search;

import clipdesk.common.aws.SideBySide;
import clipdesk.media.search.IndexFiles.MissingFileException;
import clipdesk.media.search.Manifest.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files of the index on this machine. Each is fetched once, whichever shards consist of it; a shard
 * is a folder of its own with links to them, so that one that is read and one that is written never
 * meet.
 */
final class LocalShards {
  private static final int LONGEST_HINT = 64;

  private final IndexFiles files;
  private final Path root;
  private final Path kept;
  private final Path folders;

  LocalShards(IndexFiles files, Path root) {
    this.files = files;
    this.root = root;
    this.kept = root.resolve("files");
    this.folders = root.resolve("shards");
  }

  /** Below a folder of its own: two of them on one machine share nothing. */
  static LocalShards temporary(IndexFiles files) {
    try {
      return new LocalShards(files, Files.createTempDirectory("index-"));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no room for temporary files", e);
    }
  }

  /**
   * @return a new folder that nobody else has
   * @throws MissingFileException if the store lacks a file of the shard
   */
  Path folder(Shard shard) throws MissingFileException, IOException {
    fetchSideBySide(shard.files().values());
    var folder = empty();
    for (var file : shard.files().entrySet()) {
      Files.createLink(folder.resolve(file.getKey()), local(file.getValue()));
    }
    return folder;
  }

  /** What fails here fails again, and is told, as it is linked to. */
  private void fetchSideBySide(Collection<String> names) {
    SideBySide.map(
        Set.copyOf(names),
        name -> {
          try {
            local(name);
            return true;
          } catch (MissingFileException | IOException e) {
            return false;
          }
        });
  }

  /** A folder of nothing. */
  Path empty() throws IOException {
    Files.createDirectories(folders);
    return Files.createTempDirectory(folders, "shard-");
  }

  /** A file, fetched unless it is here. */
  Path local(String name) throws MissingFileException, IOException {
    var path = kept.resolve(name);
    if (!Files.exists(path)) {
      Files.createDirectories(kept);
      // One that was not fetched to its end has another name.
      var half = Files.createTempFile(kept, "half-", "");
      Files.delete(half);
      try {
        files.fetch(name, half);
        Files.move(half, path);
      } finally {
        Files.deleteIfExists(half);
      }
    }
    return path;
  }

  /** Keeps a file here and in the store. */
  String keep(Path content) throws IOException {
    var hint = content.getFileName().toString();
    var name = files.keep(content, hint.substring(0, Math.min(LONGEST_HINT, hint.length())));
    Files.createDirectories(kept);
    if (!Files.exists(kept.resolve(name))) {
      Files.createLink(kept.resolve(name), content);
    }
    return name;
  }

  /** Takes a folder away; the files that it links to stay. */
  void delete(Path folder) throws IOException {
    try (var links = Files.list(folder)) {
      for (var link : links.toList()) {
        Files.delete(link);
      }
    }
    Files.delete(folder);
  }

  /** Takes all of it away. */
  void deleteAll() throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var all = Files.walk(root)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Takes away all files that a manifest does not name. */
  void keepOnly(Manifest manifest) throws IOException {
    if (!Files.exists(kept)) {
      return;
    }
    Set<String> named = manifest.names().collect(Collectors.toSet());
    try (var all = Files.list(kept)) {
      for (var file : all.toList()) {
        if (!named.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }
}
