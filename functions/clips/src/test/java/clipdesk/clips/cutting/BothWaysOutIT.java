package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.report.CutReport.OutputKind;
import clipdesk.cutter.testmedia.ClipCheck;
import clipdesk.cutter.testmedia.DecodedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copied inside S3 or streamed through the function: the same clip, and no file on the way. */
final class BothWaysOutIT {
  @RegisterExtension static final LocalCuts LOCAL = new LocalCuts();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    ".mp4, -c copy",
    ".mp4, -c copy -movflags +frag_keyframe+empty_moov",
    ".mkv, -c copy",
    ".mp4, -c:a copy -c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params"
        + " qp=1:keyint=50:min-keyint=50:open-gop=0:scenecut=0:slices=2:log-level=none"
  })
  void bothGiveTheSameFramesAndSamples(String suffix, String how) throws IOException {
    var file = LOCAL.remade(folder, suffix, how);
    var master = LOCAL.put(LOCAL.masters, file);
    var copy = "copied/" + file.getFileName();
    var stream = "streamed/" + file.getFileName();

    var copied = LOCAL.cut(copy, master, /* copyInside= */ true, LOCAL.s3());
    var streamed = LOCAL.cut(stream, master, /* copyInside= */ false, LOCAL.s3());

    assertThat(copied.output().kind()).isEqualTo(OutputKind.S3_COPY);
    assertThat(streamed.output().kind()).isEqualTo(OutputKind.STREAMING);
    assertThat(copied.io().bytesSent()).isLessThan(streamed.io().bytesSent());
    var check = new ClipCheck(DecodedFile.of(file, 1));
    var one = decode(copy);
    var other = decode(stream);
    assertThat(check.faults(one, copied)).isEmpty();
    assertThat(check.faults(other, streamed)).isEmpty();
    assertThat(IntStream.range(0, one.frames().size()))
        .allMatch(
            i ->
                Arrays.equals(one.frames().get(i).planes(), other.frames().get(i).planes())
                    && one.frames().get(i).micros() == other.frames().get(i).micros());
    assertThat(one.sounds().getFirst().samples()).isEqualTo(other.sounds().getFirst().samples());
    assertThat(LOCAL.uploads()).isZero();
  }

  @Test
  void noTemporaryFileIsWritten() throws IOException {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    var before = names(temporary);
    var seen = new HashSet<Path>();
    var master = LOCAL.put(LOCAL.masters);

    try (var source = LOCAL.source(LOCAL.masters, master);
        var sink = LOCAL.sink("temporary", LOCAL.masters, master, LOCAL.s3())) {
      LOCAL
          .cutter()
          .cut(
              LOCAL.request(/* copyInside= */ true),
              source,
              sink,
              (phase, percent) -> seen.addAll(names(temporary)));
    }

    assertThat(seen).isEqualTo(before).isNotEmpty();
  }

  private DecodedFile decode(String key) throws IOException {
    var clip = Files.createTempDirectory(folder, "clip").resolve("clip.mp4");
    LOCAL.s3().getObject(get -> get.bucket(LOCAL.clips).key(key), clip);
    return DecodedFile.of(clip, 1);
  }

  private static Set<Path> names(Path folder) {
    try (var files = Files.list(folder)) {
      return Set.copyOf(files.toList());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
