package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Previews of masters made here, read back by a decoder that is not the product's. */
abstract class MadePreviews {
  static final String X264 = "-c:v libx264 -preset veryfast -g 50 -bf 3";

  @TempDir Path folder;

  final Path preview() {
    return folder.resolve("preview.mp4");
  }

  /** As the command does it, the check included. */
  final Preview make(Path path) throws IOException {
    Files.deleteIfExists(preview());
    Preview made;
    try (var master = FileSource.open(path);
        var sink = new FileSink(preview())) {
      made = new PreviewMaker(master, MasterIndexReader.read(master), (done, all) -> {}).make(sink);
      sink.finish(made.sizeBytes());
    }
    check(path);
    return made;
  }

  final void check(Path path) throws IOException {
    try (var master = FileSource.open(path);
        var preview = FileSource.open(preview())) {
      new PreviewCheck(master, MasterIndexReader.read(master)).check(preview);
    }
  }

  final void assertRefused(Path master, FallbackReason reason) {
    assertThatThrownBy(() -> make(master))
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(preview()).doesNotExist();
  }

  static MasterIndex index(Path path) throws IOException {
    return MasterIndexReader.read(new MemorySource(Files.readAllBytes(path), path.toString()));
  }
}
