package clipdesk.journeys.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber.Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browser tests rely on: the number of a picture can be read from its preview. */
final class WebFilesTest {
  private static final int BITS = 16;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} x {1} at {2}/{3}")
  @CsvSource({"960, 540, 25, 1", "1280, 720, 30000, 1001", "320, 180, 25, 1"})
  void everyPictureOfThePreviewCarriesItsNumber(int width, int height, long num, long den)
      throws Exception {
    var master = new SyntheticMaster(width, height, Duration.ofSeconds(3)).at(num, den);

    var files = WebFiles.of(master.in(folder), folder, Progress.UNHEARD);

    assertThat(numbers(files.preview()))
        .containsExactlyElementsOf(IntStream.range(0, master.frames()).boxed().toList());
  }

  @Test
  void whatIsThereIsNotMadeAgain() throws IOException {
    var master =
        new SyntheticMaster(320, 180, Duration.ofSeconds(1)).startingAt("10:00:00:00").in(folder);
    var files = WebFiles.of(master, folder, Progress.UNHEARD);
    var time = Files.getLastModifiedTime(files.preview());

    assertThat(WebFiles.of(master, folder, Progress.UNHEARD)).isEqualTo(files);
    assertThat(Files.getLastModifiedTime(files.preview())).isEqualTo(time);
    assertThat(files.poster()).isNotEmptyFile();
  }

  /** As {@link SyntheticPicture} says where they stand. */
  private static List<Integer> numbers(Path video) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    try (var grabber = new FFmpegFrameGrabber(video.toFile())) {
      grabber.setPixelFormat(avutil.AV_PIX_FMT_GRAY8);
      grabber.start();
      for (var frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        var pixels = (ByteBuffer) frame.image[0];
        double unit = frame.imageWidth / 40.0;
        int row = (int) (frame.imageHeight - 1.5 * unit);
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
          int column = (int) ((bit + 1.5) * unit);
          int level = pixels.get(row * frame.imageStride + column) & 0xff;
          number = number << 1 | (level > 128 ? 1 : 0);
        }
        numbers.add(number);
      }
    }
    return numbers;
  }
}
