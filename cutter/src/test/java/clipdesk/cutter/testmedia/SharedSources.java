package clipdesk.cutter.testmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What nearly all masters are made of, made once: the pictures before they are encoded, and the
 * sound behind it. A master has the same bytes with them as without, and takes half the time.
 */
final class SharedSources {
  private final Path folder;

  SharedSources(Path folder) {
    this.folder = folder;
  }

  /** Arguments that read the pictures of a filter, still to be encoded. */
  List<String> pictures(String filter) throws IOException {
    return List.of("-i", made(filter, List.of("-c:v", "rawvideo"), ".nut"));
  }

  /** Arguments that read the sound of a filter, encoded as it is to be in the master. */
  List<String> sound(String filter, List<String> encoding) throws IOException {
    return List.of("-i", made(filter, encoding, ".m4a"));
  }

  private String made(String filter, List<String> output, String extension) throws IOException {
    List<String> command = new ArrayList<>(List.of("-f", "lavfi", "-i", filter));
    command.addAll(output);
    var file = folder.resolve("source-%08x%s".formatted(command.hashCode(), extension));
    if (!Files.exists(file)) {
      var unfinished = Files.createTempFile(folder, "unfinished", extension);
      command.add(unfinished.toString());
      FfmpegProgram.run(command);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file.toString();
  }
}
