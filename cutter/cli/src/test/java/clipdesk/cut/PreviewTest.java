package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code bin/preview} from its arguments to its two files, or to none. */
final class PreviewTest {
  private static final int SECONDS = 4;

  @TempDir private Path folder;
  private Path master;
  private Path preview;
  private Path poster;
  private String said = "";

  @BeforeEach
  void copyMaster() throws IOException {
    master = Files.copy(master(MasterType.CLOSED_GOP), folder.resolve("m.mp4"));
    preview = folder.resolve("web.mp4");
    poster = folder.resolve("web.jpg");
  }

  private static Path master(MasterType type) {
    return Masters.ofSeconds(SECONDS).get(type).toAbsolutePath();
  }

  @Test
  void previewAndPosterLieBesideEachOther() throws IOException {
    assertThat(run(master, preview)).isZero();

    assertThat(contents()).containsExactlyInAnyOrder(master, preview, poster);
    try (var file = FileSource.open(preview)) {
      assertThat(MasterIndexReader.read(file).frames()).isEqualTo(25 * SECONDS);
    }
    assertThat(ImageIO.read(poster.toFile()).getWidth()).isEqualTo(320);
  }

  @Test
  void posterGoesWhereItIsWanted() throws IOException {
    var wanted = folder.resolve("poster.jpeg");

    assertThat(run(master, preview, "--poster", wanted)).isZero();

    assertThat(contents()).containsExactlyInAnyOrder(master, preview, wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"web.mp4", "web.jpg"})
  void fileThatIsThereIsReplacedOnlyIfAsked(String name) throws IOException {
    var there = Files.writeString(folder.resolve(name), "mine");

    assertThat(run(master, preview)).isEqualTo(1);
    assertThat(said).isEqualTo(there + " is there already. --overwrite replaces it.\n");
    assertThat(there).hasContent("mine");
    assertThat(contents()).containsExactlyInAnyOrder(master, there);

    assertThat(run(master, preview, "--overwrite")).isZero();
    assertThat(Files.size(there)).isGreaterThan(1000);
    assertThat(contents()).containsExactlyInAnyOrder(master, preview, poster);
  }

  @ParameterizedTest
  @CsvSource({
    "m.mp4, web.jpg, is the video itself",
    "web.mp4, m.jpg, is the video itself",
    "web.jpg, web.jpg, is the preview itself",
    "web.mkv, web.jpg, Name one that ends in .mp4.",
    "web.mp4, web.png, Name one that ends in .jpg.",
    "web.mp4, web, Name one that ends in .jpg.",
  })
  void namesThatWouldLoseOrMisleadAreRefused(String out, String picture, String why)
      throws IOException {
    Files.createSymbolicLink(folder.resolve("m.jpg"), master);
    var before = contents();

    int code = run(master, folder.resolve(out), "--overwrite", "--poster", folder.resolve(picture));

    assertThat(code).isEqualTo(2);
    assertThat(said).contains(why);
    assertThat(contents()).isEqualTo(before);
    assertThat(master).hasSameBinaryContentAs(master(MasterType.CLOSED_GOP));
  }

  @ParameterizedTest
  @CsvSource({
    "VARIABLE_FRAME_RATE, changes its frame rate",
    "TRANSPORT_STREAM, is no MP4 or MOV",
  })
  void masterThatTheCatalogueDoesNotTakeIsRefusedInWords(MasterType type, String why)
      throws IOException {
    assertThat(run(master(type), preview)).isEqualTo(1);

    assertThat(said).contains(why).endsWith(".\n").doesNotContain(" cut");
    assertThat(contents()).containsExactly(master);
  }

  @Test
  void damagedMasterIsRefusedAndLeavesNothing() throws IOException {
    var bytes = Files.readAllBytes(master);
    int media = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat");
    Arrays.fill(bytes, media + 200_000, media + 260_000, (byte) 0x7f);
    Files.write(master, bytes);

    assertThat(run(master, preview)).isEqualTo(1);

    assertThat(said).contains("every frame").endsWith(".\n");
    assertThat(contents()).containsExactly(master);
  }

  @Test
  void masterCutOffOrMissingIsNamed() throws IOException {
    Files.write(master, Arrays.copyOf(Files.readAllBytes(master), 100_000));
    assertThat(run(master, preview)).isEqualTo(1);
    assertThat(said).contains(master.toString());

    assertThat(run(folder.resolve("none.mp4"), preview)).isEqualTo(1);
    assertThat(said).startsWith("There is no file %s. ".formatted(folder.resolve("none.mp4")));
    assertThat(contents()).containsExactly(master);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void stoppedWorkLeavesNothing(String signal) throws IOException, InterruptedException {
    var source = Masters.ofSeconds(20).get(MasterType.CLOSED_GOP).toAbsolutePath();
    var process = Processes.of(Preview.class, source, preview).start();
    Processes.awaitFiles(folder, 2, process);

    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor()).isGreaterThan(2);
    assertThat(contents()).containsExactly(master);
  }

  private int run(Path source, Path out, Object... more) {
    List<String> arguments = new ArrayList<>(List.of(source.toString(), out.toString()));
    for (var argument : more) {
      arguments.add(argument.toString());
    }
    var err = System.err;
    var bytes = new ByteArrayOutputStream();
    try (var caught = new PrintStream(bytes, /* autoFlush= */ true, StandardCharsets.UTF_8)) {
      System.setErr(caught);
      return new CommandLine(new Preview()).execute(arguments.toArray(String[]::new));
    } finally {
      System.setErr(err);
      said = bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private List<Path> contents() throws IOException {
    return Processes.contents(folder);
  }
}
