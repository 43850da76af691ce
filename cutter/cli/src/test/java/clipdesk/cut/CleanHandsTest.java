package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whatever is asked, no file of anybody is lost, and nothing half made is left. */
final class CleanHandsTest {
  private static final List<String> RANGE = List.of("--from", "f10", "--to", "f20");

  @TempDir private Path folder;
  private Path master;
  private Path clip;
  private String said = "";

  @BeforeEach
  void copyMaster() throws IOException {
    master = Files.copy(Masters.ofSeconds(4).get(MasterType.CLOSED_GOP), folder.resolve("m.mp4"));
    clip = folder.resolve("clip.mp4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip.mp4.part", "clip.mp4.later"})
  void sourceThatIsNamedLikeAHalfMadeFileStays(String name) throws IOException {
    var source = Files.move(master, folder.resolve(name));

    assertThat(cut(source, clip, RANGE)).isZero();
    assertThat(source).hasSameBinaryContentAs(Masters.ofSeconds(4).get(MasterType.CLOSED_GOP));
    assertThat(cut(source, folder.resolve("b.mp4"), List.of("--from", "f0", "--to", "f900")))
        .isEqualTo(1);
    assertThat(source).exists();
    assertThat(contents()).containsExactlyInAnyOrder(source, clip);
  }

  @Test
  void reportThatNamesTheSourceByAnyNameIsRefused() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("link.json"), master);
    var hard = Files.createLink(folder.resolve("hard.json"), master);
    var linked = Files.createSymbolicLink(folder.resolve("again"), folder);
    var before = contents();
    for (var name :
        List.of(
            master,
            link,
            hard,
            linked.resolve("m.mp4"),
            folder.resolve("../" + folder.getFileName() + "/m.mp4"))) {
      assertThat(cut(master, clip, with(RANGE, "--report", name.toString()))).isEqualTo(2);
      assertThat(said).contains("is the video itself");
    }
    assertThat(master).hasSameBinaryContentAs(Masters.ofSeconds(4).get(MasterType.CLOSED_GOP));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void reportThatNamesAClipByAnyNameIsRefused() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("link.json"), clip);
    var linked = Files.createSymbolicLink(folder.resolve("again"), folder);
    var before = contents();
    for (var name : List.of(clip, link, linked.resolve("clip.mp4"))) {
      assertThat(cut(master, clip, with(RANGE, "--report", name.toString()))).isEqualTo(2);
      assertThat(said).contains("is the clip itself");
    }
    var second = linked.resolve("clip-2.mp4").toString();
    var two = List.of("--range", "f1,f2", "--range", "f3,f4", "--report", second);
    assertThat(cut(master, clip, two)).isEqualTo(2);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void clipThatNamesTheSourceIsRefusedEvenToOverwrite() throws IOException {
    var hard = Files.createLink(folder.resolve("hard.mp4"), master);

    assertThat(cut(master, hard, with(RANGE, "--overwrite"))).isEqualTo(2);

    assertThat(hard).hasSameBinaryContentAs(Masters.ofSeconds(4).get(MasterType.CLOSED_GOP));
  }

  @Test
  void reportThatCannotBeWrittenIsKnownBeforeTheClipIsMade() throws IOException {
    var before = contents();
    for (var name : List.of("none/report.json", ".", "r".repeat(256))) {
      assertThat(cut(master, clip, with(RANGE, "--report", folder.resolve(name).toString())))
          .isEqualTo(1);
      assertThat(said).doesNotContain("frames");
    }
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void reportOfARefusedCutIsNotThereAndAnOldOneStays() throws IOException {
    var fresh = folder.resolve("new.json");
    var old = Files.writeString(folder.resolve("old.json"), "old");
    var outside = List.of("--from", "f1", "--to", "f900");
    cut(master, clip, with(outside, "--report", fresh.toString()));
    cut(master, clip, with(outside, "--report", old.toString()));

    assertThat(fresh).doesNotExist();
    assertThat(old).hasContent("old");
  }

  @Test
  void oldReportIsReplacedWhole() throws IOException {
    var old = Files.writeString(folder.resolve("old.json"), "x".repeat(100_000));

    assertThat(cut(master, clip, with(RANGE, "--report", old.toString()))).isZero();

    assertThat(Files.readString(old)).startsWith("{").endsWith("}\n").doesNotContain("xxx");
  }

  @Test
  void withOneRangeRefusedNothingIsLeft() throws IOException {
    var before = contents();

    assertThat(cut(master, clip, List.of("--range", "f1,f5", "--range", "f90,f101"))).isEqualTo(1);
    assertThat(cut(master, clip, List.of("--range", "f1,f5", "--range", "x,f5"))).isEqualTo(2);
    Files.writeString(folder.resolve("clip-2.mp4"), "mine");
    assertThat(cut(master, clip, List.of("--range", "f1,f5", "--range", "f6,f9"))).isEqualTo(1);
    Files.delete(folder.resolve("clip-2.mp4"));

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void rangeThatTurnsOutWrongWhileCuttingLeavesNothing() throws IOException {
    var source = Masters.ofSeconds(4).get(MasterType.VP9_IN_MATROSKA);
    var before = contents();

    assertThat(cut(source, clip, List.of("--range", "f1,f5", "--range", "f90,f901"))).isEqualTo(1);

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void existingFileIsReplacedOnlyIfAsked() throws IOException {
    Files.writeString(clip, "old");
    assertThat(cut(master, clip, RANGE)).isEqualTo(1);
    assertThat(said).contains("--overwrite");
    assertThat(clip).hasContent("old");

    assertThat(cut(master, clip, with(RANGE, "--overwrite"))).isZero();
    assertThat(Files.size(clip)).isGreaterThan(1000);
    assertThat(contents()).containsExactlyInAnyOrder(master, clip);
  }

  @Test
  void linkThatLeadsNowhereIsATakenName() throws IOException {
    var link = Files.createSymbolicLink(clip, folder.resolve("none.mp4"));

    assertThat(cut(master, link, RANGE)).isEqualTo(1);

    assertThat(said).contains("is there already");
  }

  @Test
  void longestNameCanBeWrittenAndALongerOneIsRefusedBeforeWork() throws IOException {
    var longest = folder.resolve("n".repeat(251) + ".mp4");

    assertThat(cut(master, longest, RANGE)).isZero();
    assertThat(longest).isNotEmptyFile();
    assertThat(cut(master, folder.resolve("n".repeat(252) + ".mp4"), RANGE)).isEqualTo(1);
    var two = List.of("--range", "f1,f5", "--range", "f6,f9");
    assertThat(cut(master, longest, with(two, "--overwrite"))).isEqualTo(1);
    assertThat(contents()).containsExactlyInAnyOrder(master, longest);
  }

  @Test
  void folderThatIsNotThereIsNamed() {
    assertThat(cut(master, folder.resolve("none/clip.mp4"), RANGE)).isEqualTo(1);
    assertThat(said).contains("There is no folder " + folder.resolve("none"));
    assertThat(cut(master, master.resolve("clip.mp4"), RANGE)).isEqualTo(1);
    assertThat(said).contains("is no folder");
    assertThat(cut(master, folder, RANGE)).isEqualTo(1);
    assertThat(said).contains("is a folder");
  }

  @Test
  void serverThatCannotBeReachedIsNamed() {
    assertThat(cut("http://127.0.0.1:1/x.mp4", clip, RANGE)).isEqualTo(1);
    assertThat(said).contains("127.0.0.1:1 cannot be reached").doesNotContain("null");
    assertThat(cut("http://nowhere.invalid/x.mp4", clip, RANGE)).isEqualTo(1);
    assertThat(said).contains("There is no server nowhere.invalid.");
    assertThat(cut("http://127.0.0.1:70000/x.mp4", clip, RANGE)).isEqualTo(1);
    assertThat(said).contains("65535");
  }

  private int cut(Object source, Path target, List<String> more) {
    var arguments = with(List.of(source.toString(), target.toString()), more);
    var err = System.err;
    var out = new ByteArrayOutputStream();
    try (var caught = new PrintStream(out, /* autoFlush= */ true, StandardCharsets.UTF_8)) {
      System.setErr(caught);
      return new CommandLine(new Cut()).execute(arguments.toArray(String[]::new));
    } finally {
      System.setErr(err);
      said = out.toString(StandardCharsets.UTF_8);
    }
  }

  private static List<String> with(List<String> some, String... more) {
    return with(some, Arrays.asList(more));
  }

  private static List<String> with(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private List<Path> contents() throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
