package clipdesk.media.search;

import java.io.IOException;
import java.util.Optional;

/** The index's files, for a worker that another one overtakes before its first manifest. */
final class OvertakenIndexFiles extends IndexFilesAround {
  private final Other other;
  private boolean overtaken;

  /** What the other one does. */
  interface Other {
    void work() throws IOException, MissingFileException;
  }

  OvertakenIndexFiles(IndexFiles files, Other other) {
    super(files);
    this.other = other;
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
}
