package clipdesk.cut;

import clipdesk.cutter.io.NewFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clips that wait under names of their own until all of one command are made. */
final class FinishedClips {
  private final boolean overwrite;
  private final List<Finished> clips = new ArrayList<>();

  private record Finished(NewFile file, Path target) {}

  FinishedClips(boolean overwrite) {
    this.overwrite = overwrite;
  }

  void add(NewFile file, Path target) {
    clips.add(new Finished(file, target));
  }

  /** Gives all clips their names, or none. */
  void publish() throws IOException {
    List<Path> published = new ArrayList<>();
    try {
      for (var clip : clips) {
        if (overwrite) {
          clip.file().replace(clip.target());
        } else {
          clip.file().publish(clip.target());
          published.add(clip.target());
        }
      }
    } catch (IOException e) {
      for (var path : published) {
        Files.deleteIfExists(path);
      }
      throw e;
    }
  }
}
