package clipdesk.media.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Files with something between them and whoever uses them. */
abstract class IndexFilesAround implements IndexFiles {
  final IndexFiles files;

  IndexFilesAround(IndexFiles files) {
    this.files = files;
  }

  @Override
  public Optional<Stored> manifest() {
    return files.manifest();
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
