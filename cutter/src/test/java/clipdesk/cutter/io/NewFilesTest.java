package clipdesk.cutter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.NewFiles.Links;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NewFilesTest {
  @TempDir Path folder;

  /** A disk with hard links, and one without: FAT32, exFAT, many FUSE mounts. */
  static Stream<Links> disks() {
    return Stream.of(
        Files::createLink,
        (name, existing) -> {
          throw new FileSystemException(
              name.toString(), existing.toString(), "Operation not permitted");
        });
  }

  @ParameterizedTest
  @MethodSource("disks")
  void publishedFileIsAllThatIsLeft(Links disk) throws IOException {
    var target = folder.resolve("clip.mp4");
    try (var files = new NewFiles(disk)) {
      holding("clip", files, target).publish(target);
    }

    assertThat(contents()).containsExactly(target);
    assertThat(target).hasContent("clip");
  }

  @ParameterizedTest
  @MethodSource("disks")
  void nameThatWasTakenMeanwhileStaysWhatItIs(Links disk) throws IOException {
    var target = folder.resolve("clip.mp4");
    try (var files = new NewFiles(disk)) {
      var file = holding("clip", files, target);
      Files.writeString(target, "precious");

      assertThatThrownBy(() -> file.publish(target))
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessage(target.toString());
    }
    assertThat(contents()).containsExactly(target);
    assertThat(target).hasContent("precious");
  }

  @ParameterizedTest
  @MethodSource("disks")
  void ofManyThatWantOneNameExactlyOneGetsIt(Links disk) throws Exception {
    var target = folder.resolve("clip.mp4");
    int published = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> one = () -> publishes(disk, target);
      for (Future<Boolean> done : threads.invokeAll(List.of(one, one, one, one, one, one, one))) {
        published += done.get() ? 1 : 0;
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }

    assertThat(published).isEqualTo(1);
    assertThat(contents()).containsExactly(target);
    assertThat(target).hasContent("clip");
  }

  private static boolean publishes(Links disk, Path target) throws IOException {
    try (var files = new NewFiles(disk)) {
      holding("clip", files, target).publish(target);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  @Test
  void nameOf255BytesCanBePublished() throws IOException {
    var target = folder.resolve("é".repeat(125) + "c.mp4");
    try (var files = new NewFiles()) {
      holding("clip", files, target).publish(target);
    }
    assertThat(contents()).containsExactly(target);
  }

  @Test
  void replacementTakesThePlaceOfAFile() throws IOException {
    var target = Files.writeString(folder.resolve("clip.mp4"), "old");
    try (var files = new NewFiles()) {
      holding("new", files, target).replace(target);
    }
    assertThat(contents()).containsExactly(target);
    assertThat(target).hasContent("new");
  }

  @Test
  void onlyWhatWasMadeHereIsRemoved() throws IOException {
    var target = folder.resolve("clip.mp4");
    var mine =
        List.of(
            Files.writeString(folder.resolve("clip.mp4.part"), "mine"),
            Files.writeString(folder.resolve("clip.mp4.later"), "mine"));
    try (var sink = new FileSink(target)) {
      sink.part(2, bytes("clip"));
      sink.part(1, bytes("the "));
      sink.abort();
    }
    assertThat(contents()).containsExactlyInAnyOrderElementsOf(mine);
    assertThat(mine).allSatisfy(file -> assertThat(file).hasContent("mine"));
  }

  @Test
  void nothingIsMadeAfterTheWorkWasStopped() throws IOException {
    var target = folder.resolve("clip.mp4");
    var files = new NewFiles();
    var begun = holding("clip", files, target);
    files.close();

    assertThatThrownBy(() -> files.beside(target)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> begun.publish(target)).isInstanceOf(IOException.class);
    assertThat(contents()).isEmpty();
  }

  @Test
  void keptFileStays() throws IOException {
    var report = folder.resolve("report.json");
    try (var files = new NewFiles()) {
      files.at(report).keep();
      files.at(folder.resolve("other.json"));
    }
    assertThat(contents()).containsExactly(report);
  }

  private static NewFile holding(String text, NewFiles files, Path target) throws IOException {
    var file = files.beside(target);
    file.append(bytes(text));
    return file;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> contents() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
