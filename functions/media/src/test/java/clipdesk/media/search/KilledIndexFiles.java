package clipdesk.media.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The index's files, for a worker that is killed at one of its writes: before it is done. */
final class KilledIndexFiles extends IndexFilesAround {
  private int left;

  /**
   * @param write the one at which it is killed, from 1
   */
  KilledIndexFiles(IndexFiles files, int write) {
    super(files);
    this.left = write;
  }

  static final class Killed extends RuntimeException {}

  private void write() {
    left--;
    if (left == 0) {
      throw new Killed();
    }
  }

  @Override
  public boolean replace(Manifest manifest, Optional<Stored> before) {
    write();
    return files.replace(manifest, before);
  }

  @Override
  public String keep(Path content, String hint) throws IOException {
    write();
    return files.keep(content, hint);
  }

  @Override
  public void delete(String name) {
    write();
    files.delete(name);
  }
}
