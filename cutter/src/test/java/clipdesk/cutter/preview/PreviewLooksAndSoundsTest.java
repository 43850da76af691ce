package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours, loudness and the poster are those of the master. */
final class PreviewLooksAndSoundsTest extends MadePreviews {
  @Test
  void oneChannelIsHeardFromBothSidesAsLoudAsItWas() throws IOException {
    var mono = new CountedMaster("320x180", "25", 3, true, X264 + " -ac 1 -ar 44100").in(folder);

    make(mono);

    var sound = DecodedFile.of(preview(), 1).sounds().getFirst();
    var source = DecodedFile.of(mono, 1).sounds().getFirst();
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(loudness(sound)).isCloseTo(loudness(source), within(0.01));
  }

  private static double loudness(DecodedFile.Sound sound) {
    double sum = 0;
    for (float sample : sound.samples()) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / sound.samples().length);
  }

  @ParameterizedTest
  @CsvSource({
    "1280x720, yuv420p, '', bt709",
    "720x576, yuv420p, '', bt470bg",
    "320x180, yuv420p, '', smpte170m",
    "1280x720, yuv420p10le, -color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc,"
        + " bt2020nc",
  })
  void coloursAreNamedAsAPlayerTakesTheMastersFor(
      String size, String format, String colours, String expected) throws IOException {
    var arguments = X264 + " -pix_fmt " + format + (colours.isEmpty() ? "" : " " + colours);
    make(new CountedMaster(size, "25", 0.2, false, arguments).in(folder));

    assertThat(said(preview())).contains("yuv420p(tv, " + expected);
  }

  /** How FFmpeg describes a file. */
  private static String said(Path video) throws IOException {
    return FfmpegProgram.run(
        List.of("-v", "info", "-i", video.toString(), "-c", "copy", "-f", "null", "-"));
  }

  @Test
  void posterIsNotOneOfTheBlackPictures() throws IOException {
    var black = folder.resolve("black.mp4");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=25:d=4",
            "-vf",
            "fade=in:st=2:d=1:color=black,format=yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            black.toString()));

    var poster = ImageIO.read(new ByteArrayInputStream(make(black).poster()));

    int bright = 0;
    for (int x = 0; x < poster.getWidth(); x++) {
      bright += (poster.getRGB(x, 90) >> 8 & 0xff) > 40 ? 1 : 0;
    }
    assertThat(bright).isGreaterThan(80);
  }

  @Test
  void posterHasTheColoursOfThePicture() throws IOException {
    var red = folder.resolve("red.mp4");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "color=c=0xc83c28:s=1280x720:r=25:d=0.2",
            "-vf",
            "scale=out_color_matrix=bt709,format=yuv420p",
            "-colorspace",
            "bt709",
            "-c:v",
            "libx264",
            red.toString()));

    var poster = ImageIO.read(new ByteArrayInputStream(make(red).poster()));

    int rgb = poster.getRGB(100, 100);
    assertThat(rgb >> 16 & 0xff).isCloseTo(0xc8, within(4));
    assertThat(rgb >> 8 & 0xff).isCloseTo(0x3c, within(4));
    assertThat(rgb & 0xff).isCloseTo(0x28, within(4));
  }
}
