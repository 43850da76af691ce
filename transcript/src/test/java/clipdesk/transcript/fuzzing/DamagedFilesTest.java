package clipdesk.transcript.fuzzing;

import static clipdesk.transcript.fuzzing.HostileFile.isReadModestly;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Sound files damaged by seeds that never change, and what a fuzzer found: each is read or refused,
 * in a moment and with little memory.
 */
@Timeout(120)
final class DamagedFilesTest {
  static final Path FOLDER = Path.of("src/test/resources/clipdesk/transcript/fuzzing");

  private static final int ROUNDS = Integer.getInteger("clipdesk.rounds", 400);

  /** What readers look for, and figures that few expect. */
  private static final List<String> PIECES =
      List.of(
          "-->",
          "<",
          ">",
          "&",
          "\n",
          "\r\n\r\n",
          "\"",
          "{",
          "]",
          "<v ",
          "</p>",
          "<!--",
          "NaN",
          "-1",
          "1e999",
          "99999999999999999999",
          "00:00:00.000",
          "\u2028",
          "\ufeff",
          "\0",
          ";;",
          "<![CDATA[");

  private final Random random = new Random(1);

  @Test
  void soundFilesAreRead() throws IOException {
    for (var file : files("sound")) {
      assertThat(reading(file).test(Files.readAllBytes(file))).as(file.toString()).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> damagedFileIsReadOrRefused() throws IOException {
    var all = files("sound");
    return all.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> damage(file)));
  }

  @TestFactory
  Stream<DynamicTest> whatWasFoundIsReadOrRefused() throws IOException {
    return files("found").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> isReadModestly(reading(file), Files.readAllBytes(file))));
  }

  private void damage(Path file) throws IOException {
    var sound = Files.readAllBytes(file);
    for (var round = 0; round < ROUNDS; round++) {
      var damaged = sound;
      for (var times = 1 + random.nextInt(3); times > 0; times--) {
        damaged = damaged(damaged);
      }
      isReadModestly(reading(file), damaged);
    }
  }

  private byte[] damaged(byte[] file) {
    var from = random.nextInt(file.length + 1);
    var to = from + random.nextInt(Math.min(80, file.length - from + 1));
    return switch (random.nextInt(6)) {
      case 0 ->
          spliced(file, from, from, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
      case 1 -> spliced(file, from, to, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
      case 2 -> spliced(file, from, to, new byte[0]);
      case 3 -> spliced(file, from, from, spliced(file, to, file.length, new byte[0]));
      case 4 -> spliced(file, from, file.length, new byte[0]);
      default -> spliced(file, from, Math.min(from + 1, file.length), anyByte());
    };
  }

  private byte[] anyByte() {
    return new byte[] {(byte) random.nextInt()};
  }

  /** With other bytes in place of {@code [from, to)}. */
  private static byte[] spliced(byte[] file, int from, int to, byte[] piece) {
    var all = new byte[file.length - (to - from) + piece.length];
    System.arraycopy(file, 0, all, 0, from);
    System.arraycopy(piece, 0, all, from, piece.length);
    System.arraycopy(file, to, all, from + piece.length, file.length - to);
    return all;
  }

  /** By the part of its name before a hyphen. */
  private static Predicate<byte[]> reading(Path file) {
    var kind = file.getFileName().toString().split("-", 2)[0];
    return switch (kind) {
      case "words" -> HostileFile::words;
      case "text" -> HostileFile::text;
      case "document" -> HostileFile::document;
      default -> throw new IllegalStateException("No kind of file: " + kind);
    };
  }

  private static List<Path> files(String folder) throws IOException {
    try (var files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().toList();
    }
  }
}
