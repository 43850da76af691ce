package clipdesk.media.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The index's files, whose manifest is an old one when it is asked for first. */
final class StaleIndexFiles implements IndexFiles {
  private final IndexFiles files;
  private final Stored stale;

  StaleIndexFiles(IndexFiles files, Stored stale) {
    this.files = files;
    this.stale = stale;
  }

  @Override
  public Optional<Stored> manifest() {
    return Optional.of(stale);
  }

  @Override
  public Optional<Stored> newerThan(String tag) {
    return files.newerThan(tag);
  }

  @Override
  public boolean replace(Manifest manifest, Optional<Stored> before) {
    return files.replace(manifest, before);
  }

  @Override
  public String keep(Path content, String hint) throws IOException {
    return files.keep(content, hint);
  }

  @Override
  public void fetch(String name, Path target) throws MissingFileException, IOException {
    files.fetch(name, target);
  }

  @Override
  public void delete(String name) {
    files.delete(name);
  }
}
