package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PreviewSizeTest {
  @ParameterizedTest(name = "{0} x {1}, pixels {2}:{3}: {4} x {5}")
  @CsvSource({
    "1920, 1080, 1, 1, 960, 540",
    "3840, 2160, 1, 1, 960, 540",
    "1280, 720, 1, 1, 960, 540",
    "960, 540, 1, 1, 960, 540",
    "958, 538, 1, 1, 958, 538",
    "640, 360, 0, 1, 640, 360",
    "640, 360, 0, 0, 640, 360",
    "1080, 1920, 1, 1, 540, 960",
    "1440, 1080, 4, 3, 960, 540",
    "720, 576, 64, 45, 720, 406",
    "720, 576, 16, 15, 720, 540",
    "720, 480, 8, 9, 640, 480",
    "4096, 1716, 1, 1, 960, 402",
    "1080, 1080, 1, 1, 540, 540",
    "641, 361, 1, 1, 640, 360",
    "2, 2, 1, 1, 2, 2",
    "1, 1, 1, 1, 2, 2",
    "8192, 16, 1, 1, 960, 2",
  })
  void shapeIsKeptWithin540pAndTheMaster(
      int width, int height, int pixelWidth, int pixelHeight, int previewWidth, int previewHeight) {
    assertThat(PreviewSize.of(width, height, pixelWidth, pixelHeight))
        .isEqualTo(new PreviewSize(previewWidth, previewHeight));
  }

  @Test
  void everySizeIsEvenAndNoLargerThanTheMaster() {
    for (int width = 16; width < 2200; width += 37) {
      for (int height = 16; height < 2200; height += 41) {
        var size = PreviewSize.of(width, height, 1, 1);
        assertThat(size.width() % 2 + size.height() % 2).isZero();
        assertThat(size.width()).isLessThanOrEqualTo(width);
        assertThat(size.height()).isLessThanOrEqualTo(height);
        assertThat(Math.max(size.width(), size.height())).isLessThanOrEqualTo(960);
        assertThat(Math.min(size.width(), size.height())).isLessThanOrEqualTo(540);
      }
    }
  }
}
