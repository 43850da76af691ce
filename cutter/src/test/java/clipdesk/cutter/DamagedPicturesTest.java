package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that would be copied and do not decode. */
class DamagedPicturesTest {
  private static final int SECONDS = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // The first copied picture, then the entry of the tail, or one halfway where there is no tail;
    // pictures between entries are not looked at.
    "CLOSED_GOP, 50, true",
    "CLOSED_GOP, 200, true",
    "CLOSED_GOP, 130, false",
    "OPEN_GOP, 50, true",
    "HEVC_OPEN_GOP, 50, true",
    "HEVC_OPEN_GOP, 200, true",
    "MPEG2_IN_MXF, 51, true",
    "MPEG2_IN_MXF, 147, true",
    "MPEG2_IN_MXF, 130, false"
  })
  void clipIsRefusedWhereAPictureThatIsLookedAtDoesNotDecode(
      MasterType type, int frame, boolean found) throws IOException {
    var file = damaged(type, frame);

    if (found) {
      assertThatThrownBy(() -> cut(file)).isInstanceOf(MalformedMasterException.class);
      assertThat(folder.resolve("clip.mp4")).doesNotExist();
    } else {
      assertThat(cut(file).frames().copiedDecoded()).isEqualTo(2);
    }
  }

  private Path damaged(MasterType type, int frame) throws IOException {
    var file = Files.copy(Masters.ofSeconds(SECONDS).get(type), folder.resolve("damaged.mp4"));
    byte[] bytes = Files.readAllBytes(file);
    try (var master = FileSource.open(file)) {
      var index = MasterIndexReader.read(master);
      long pts = index.timeline().pts(frame);
      var samples = index.video().samples();
      var window = samples.window(0, samples.count());
      for (int i = 0; i < samples.count(); i++) {
        if (window.pts(i) == pts) {
          int from = Math.toIntExact(window.offset(i));
          int size = window.size(i);
          // Its decoder takes nearly all data of H.265 for a picture; lost sectors are zeros.
          boolean hevc = type == MasterType.HEVC_OPEN_GOP;
          Arrays.fill(bytes, hevc ? from : from + size / 3, from + size, (byte) (hevc ? 0 : 0x55));
        }
      }
    }
    return Files.write(file, bytes);
  }

  private CutReport cut(Path file) throws IOException {
    try (var master = FileSource.open(file);
        var sink = new FileSink(folder.resolve("clip.mp4"))) {
      return new ClipCutter(new JavaCvReencoder())
          .cut(CutRequest.of(new FrameRange(30, 220)), master, sink, ProgressListener.NONE);
    }
  }
}
