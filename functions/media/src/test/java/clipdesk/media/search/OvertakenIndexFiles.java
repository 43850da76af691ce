package clipdesk.media.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The index's files, for a worker that another one overtakes before its first manifest. */
final class OvertakenIndexFiles implements IndexFiles {
  private final IndexFiles files;
  private final Other other;
  private boolean overtaken;

  /** What the other one does. */
  interface Other {
    void work() throws IOException, MissingFileException;
  }

  OvertakenIndexFiles(IndexFiles files, Other other) {
    this.files = files;
    this.other = other;
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
    if (!overtaken) {
      overtaken = true;
      try {
        other.work();
      } catch (IOException | MissingFileException e) {
        throw new IllegalStateException(e);
      }
    }
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
