package clipdesk.cut;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a preview and its poster go. */
record PreviewFiles(Path preview, Path poster) {
  private static final Set<String> JPEG = Set.of("jpg", "jpeg");

  /** Without a name of its own the poster is the preview's with another ending. */
  static PreviewFiles of(Path preview, Optional<Path> poster) {
    return new PreviewFiles(preview, poster.orElseGet(() -> beside(preview)));
  }

  private static Path beside(Path preview) {
    var name = preview.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return preview.resolveSibling((dot < 1 ? name : name.substring(0, dot)) + ".jpg");
  }

  /**
   * Finds what would fail or destroy something, before any work is done.
   *
   * @param master empty if it is no local file
   * @throws IllegalArgumentException if two of the files are one, by whatever names, or a name
   *     promises another format
   * @throws IOException if a file cannot be made where it is wanted
   */
  void check(Optional<Path> master, boolean overwrite) throws IOException {
    Outputs.requireMp4(preview);
    requireJpeg();
    if (master.isPresent()) {
      requireOther(preview, master.get());
      requireOther(poster, master.get());
    }
    if (Outputs.same(preview, poster)) {
      throw new IllegalArgumentException(
          poster + " is the preview itself. Name another file for the poster.");
    }
    Outputs.requireFree(preview, overwrite);
    Outputs.requireFree(poster, overwrite);
  }

  private void requireJpeg() {
    var name = poster.getFileName().toString();
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!JPEG.contains(extension)) {
      throw new IllegalArgumentException(
          poster + ": a poster is a JPEG file. Name one that ends in .jpg.");
    }
  }

  private static void requireOther(Path file, Path master) throws IOException {
    if (Outputs.same(file, master)) {
      throw new IllegalArgumentException(file + " is the video itself. Name another file.");
    }
  }
}
