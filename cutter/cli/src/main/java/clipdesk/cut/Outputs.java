package clipdesk.cut;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the clips and the report of one command go.
 *
 * @param report empty if none is wanted
 */
record Outputs(List<Path> clips, Optional<Path> report) {
  private static final int MAX_LINKS = 40;

  /** What these names promise is not what is written. */
  private static final Set<String> OTHER_FORMATS =
      Set.of(
          "mkv", "mka", "webm", "ts", "mts", "m2ts", "m2t", "mxf", "avi", "mpg", "mpeg", "vob",
          "flv", "ogg", "ogv", "wmv", "asf", "3gp", "3g2", "gif", "mp3", "m4a", "aac", "wav",
          "json", "m4b");

  /** One clip is OUT itself; several are numbered. */
  static Outputs of(Path target, int count, Optional<Path> report) {
    var clips =
        count == 1
            ? List.of(target)
            : IntStream.rangeClosed(1, count).mapToObj(i -> numbered(target, i)).toList();
    return new Outputs(clips, report);
  }

  private static Path numbered(Path target, int number) {
    var name = target.getFileName().toString();
    int dot = name.lastIndexOf('.');
    var stem = dot < 0 ? name : name.substring(0, dot);
    var extension = dot < 0 ? "" : name.substring(dot);
    return target.resolveSibling(stem + "-" + number + extension);
  }

  /**
   * Finds what would fail or destroy something, before any work is done.
   *
   * @param source empty if the master is no local file
   * @param overwrite whether a clip may take the place of a file
   * @throws IllegalArgumentException if two of the files are one, by whatever names
   * @throws IOException if a clip cannot be made where it is wanted
   */
  void check(Optional<Path> source, boolean overwrite) throws IOException {
    for (var clip : clips) {
      requireMp4(clip);
      if (source.isPresent() && same(clip, source.get())) {
        throw new IllegalArgumentException(clip + " is the video itself. Name another file.");
      }
      requireFree(clip, overwrite);
    }
    if (report.isEmpty()) {
      return;
    }
    if (source.isPresent() && same(report.get(), source.get())) {
      throw new IllegalArgumentException(
          report.get() + " is the video itself. Name another file for the report.");
    }
    for (var clip : clips) {
      if (same(report.get(), clip)) {
        throw new IllegalArgumentException(
            report.get() + " is the clip itself. Name another file for the report.");
      }
    }
  }

  static void requireMp4(Path clip) {
    var name = clip.getFileName().toString();
    var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.contains(".") && OTHER_FORMATS.contains(extension)) {
      throw new IllegalArgumentException(
          "%s: an MP4 file is written. Name one that ends in .mp4.".formatted(clip));
    }
  }

  static void requireFree(Path clip, boolean overwrite) throws IOException {
    var folder = clip.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(clip)) {
      throw SourceException.Fault.FOLDER.of(clip);
    }
    if (!Files.exists(folder)) {
      throw SourceException.Fault.NO_FOLDER.of(folder);
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    if (!Files.isWritable(folder)) {
      throw SourceException.Fault.CLOSED_FOLDER.of(folder);
    }
    if (exists(clip) && !overwrite) {
      throw new FileAlreadyExistsException(clip.toString());
    }
  }

  /**
   * Whether a name is taken, if only by a link that leads nowhere.
   *
   * @throws FileSystemException if the name cannot be one, such as one that is too long
   */
  private static boolean exists(Path file) throws IOException {
    try {
      Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (NoSuchFileException free) {
      return false;
    }
  }

  static boolean same(Path one, Path other) throws IOException {
    if (Files.exists(one) && Files.exists(other)) {
      return Files.isSameFile(one, other);
    }
    return resolved(one).equals(resolved(other));
  }

  /** Where a file lies, or would lie if it were written under this name. */
  static Path resolved(Path file) throws IOException {
    var path = file.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(path); i++) {
      path = path.resolveSibling(Files.readSymbolicLink(path));
    }
    var folder = path.getParent();
    if (folder == null || !Files.exists(folder)) {
      return path.normalize();
    }
    return folder.toRealPath().resolve(path.getFileName());
  }
}
