package clipdesk.media.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the index is kept: files that never change under their names, and one manifest. */
interface IndexFiles {
  /** A manifest and what the store calls this writing of it. */
  record Stored(Manifest manifest, String tag) {}

  /** Empty if there is none; one that cannot be read is as good as an empty one. */
  Optional<Stored> manifest();

  /** As {@link #manifest()}, and empty also if it is still the one with this tag. */
  Optional<Stored> newerThan(String tag);

  /**
   * Writes a manifest in place of the one that was read.
   *
   * @return false, and nothing is written, if somebody else was quicker
   */
  boolean replace(Manifest manifest, Optional<Stored> before);

  /**
   * Keeps a file.
   *
   * @param hint ends its name
   * @return its name, the same for the same content and hint
   */
  String keep(Path content, String hint) throws IOException;

  /** Writes a file to a path where there is none. */
  void fetch(String name, Path target) throws MissingFileException, IOException;

  /** Takes a file away for good, if it is there. */
  void delete(String name);

  /** A manifest names a file that is not there. */
  final class MissingFileException extends Exception {
    MissingFileException(String name) {
      super("%s of the index is missing".formatted(name));
    }
  }
}
