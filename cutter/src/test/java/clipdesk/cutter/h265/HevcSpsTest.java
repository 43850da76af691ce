package clipdesk.cutter.h265;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.h264.AnnexB;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets that x265 writes: what stands behind each of their optional parts is still found. */
class HevcSpsTest {
  @TempDir static Path folder;

  @ParameterizedTest
  @CsvSource({
    "yuv420p, bframes=3, 1, 8, 1, 16, 11",
    "yuv420p, temporal-layers=1:bframes=3, 1, 8, 2, 40, 33",
    "yuv420p10le, scaling-list=default, 1, 10, 1, 7, 5",
    "yuv422p10le, bframes=4:ref=3, 2, 10, 1, 4, 3",
    "yuv444p, bframes=0:ref=1, 3, 8, 1, 1, 1"
  })
  void shapeAndFormatAreThoseOfTheEncoder(
      String format, String x265, int chroma, int bits, int layers, int wide, int high)
      throws IOException {
    var sps = HevcSps.parse(encoded(format, "%d/%d".formatted(wide, high), x265));

    assertThat(sps.shape()).isEqualTo(new Sps.Shape(100, 50, wide, high));
    assertThat(sps.chromaFormat()).isEqualTo(chroma);
    assertThat(List.of(sps.lumaBits(), sps.chromaBits())).containsOnly(bits);
    assertThat(sps.temporalLayers()).isEqualTo(layers);
  }

  @Test
  void setThatBreaksOffIsDamaged() throws IOException {
    byte[] whole = encoded("yuv420p", "16/11", "bframes=3");
    for (int length = 3; length < 25; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> HevcSps.parse(cut)).isInstanceOf(MalformedMasterException.class);
    }
  }

  private static byte[] encoded(String format, String pixel, String x265) throws IOException {
    var stream = folder.resolve("stream.hevc");
    List<String> command =
        new ArrayList<>(
            List.of(
                "-f", "lavfi", "-i", "testsrc2=s=100x50:r=25,setsar=" + pixel, "-frames:v", "4"));
    command.addAll(List.of("-pix_fmt", format, "-c:v", "libx265", "-preset", "ultrafast"));
    command.addAll(List.of("-x265-params", "log-level=none:" + x265, stream.toString()));
    FfmpegProgram.run(command);
    return AnnexB.units(Files.readAllBytes(stream)).stream()
        .filter(unit -> HevcNal.type(unit[0]) == HevcNal.SPS)
        .findFirst()
        .orElseThrow();
  }
}
