package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRate;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every picture of a master stands once, and in its place, in its preview. */
final class PreviewPicturesTest extends MadePreviews {
  @ParameterizedTest(name = "{0} at {1} for {2} s")
  @CsvSource({
    "1280x720, 25, 1, true, 960, 540, 25, 25, 1",
    "1920x1080, 30000/1001, 1, true, 960, 540, 30, 30000, 1001",
    "640x360, 50, 1, false, 640, 360, 50, 50, 1",
    "640x360, 24000/1001, 2, true, 640, 360, 48, 24000, 1001",
    "640x360, 60000/1001, 1, true, 640, 360, 60, 60000, 1001",
    "320x180, 25, 7, true, 320, 180, 175, 25, 1",
    "720x1280, 25, 1, true, 540, 960, 25, 25, 1",
    "320x180, 1, 20, false, 320, 180, 20, 1, 1",
    "320x180, 25, 0.04, false, 320, 180, 1, 25, 1",
    "320x180, 25, 0.08, true, 320, 180, 2, 25, 1",
  })
  void everyPictureIsThereOnceInItsPlace(
      String size,
      String rate,
      double seconds,
      boolean sound,
      int width,
      int height,
      int frames,
      long num,
      long den)
      throws IOException {
    var master = new CountedMaster(size, rate, seconds, sound, X264).in(folder);

    var made = make(master);

    assertThat(made.frames()).isEqualTo(frames);
    assertThat(List.of(made.width(), made.height())).containsExactly(width, height);
    assertThat(made.hasSound()).isEqualTo(sound);
    assertThat(CountedMaster.numbers(preview(), width, height))
        .containsExactlyElementsOf(IntStream.range(0, frames).boxed().toList());
    assertThat(index(preview()).constantFrameRate()).contains(new FrameRate(num, den));
    assertThat(index(preview()).tracks()).hasSize(sound ? 2 : 1);
    var poster = ImageIO.read(new ByteArrayInputStream(made.poster()));
    assertThat(List.of(poster.getWidth(), poster.getHeight())).containsExactly(width, height);
  }

  @Test
  void picturesThatAnEditListHidesAreNotInThePreview() throws IOException {
    var whole = new CountedMaster("640x360", "25", 4, true, X264).in(folder);
    var trimmed = folder.resolve("trimmed.mp4");
    FfmpegProgram.run(
        List.of("-ss", "1.52", "-i", whole.toString(), "-c", "copy", trimmed.toString()));
    int frames = (int) index(trimmed).frames();

    make(trimmed);

    int first = CountedMaster.numbers(preview(), 640, 360).getFirst();
    assertThat(first).isEqualTo(38);
    assertThat(CountedMaster.numbers(preview(), 640, 360))
        .containsExactlyElementsOf(IntStream.range(38, 38 + frames).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({"90, 360, 640", "180, 640, 360", "270, 360, 640"})
  void turnedMasterIsShownTurned(int degrees, int width, int height) throws IOException {
    var upright = new CountedMaster("640x360", "25", 1, false, X264).in(folder);
    var master = folder.resolve("turned.mp4");
    FfmpegProgram.run(
        List.of(
            "-display_rotation",
            Integer.toString(degrees),
            "-i",
            upright.toString(),
            "-c",
            "copy",
            master.toString()));

    var made = make(master);

    assertThat(shown(preview())).as("as shown").isEqualTo(shown(master));
    assertThat(CountedMaster.numbers(preview(), 640, 360))
        .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    var poster = ImageIO.read(new ByteArrayInputStream(made.poster()));
    assertThat(List.of(poster.getWidth(), poster.getHeight())).containsExactly(width, height);
    // The squares lie on black along the stored lower edge: that edge is dark where it is shown.
    int x = degrees == 90 ? width - 4 : degrees == 270 ? 4 : width / 60;
    int y = degrees == 180 ? 4 : height / 60;
    assertThat(poster.getRGB(x, y) & 0xff).isLessThan(60);
  }

  /** Width, height and turn of a video, in FFmpeg's words. */
  private String shown(Path video) throws IOException {
    var first = folder.resolve("shown-" + video.getFileName() + ".png");
    FfmpegProgram.run(List.of("-i", video.toString(), "-frames:v", "1", first.toString()));
    var image = ImageIO.read(first.toFile());
    return "%d x %d".formatted(image.getWidth(), image.getHeight());
  }

  @Test
  void masterOfWhichPicturesAreLostIsRefused() throws IOException {
    var master = new CountedMaster("320x180", "25", 3, false, X264 + " -bf 0").in(folder);
    var window = index(master).video().samples().window(40, 43);
    var bytes = Files.readAllBytes(master);
    for (int lost = 40; lost < 43; lost++) {
      int at = Math.toIntExact(window.offset(lost));
      // The length of the first unit reaches far behind the sample.
      bytes[at] = 0x7f;
    }
    Files.write(master, bytes);

    assertRefused(master, FallbackReason.CODEC_FAILED);
  }
}
