package clipdesk.cutter.reencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What random cuts do not ask: choices, limits and failures. */
class JavaCvReencoderTest {
  private static final int SECONDS = 12;
  private static final FrameRange RANGE = new FrameRange(30, 60);

  @TempDir Path folder;

  @Test
  void onlyTheTracksThatWereAskedForAreInTheClip() throws IOException {
    var request = encoding(RANGE, Set.of("v1", "a2"), Duration.ofMinutes(5));

    var report = cut(MasterType.HEVC_TWO_LANGUAGES, request);

    assertThat(report.audio().stream().map(CutReport.Audio::track)).containsExactly("a2");
    assertThat(clipTracks()).extracting(TrackInfo::language).contains("fra").doesNotContain("eng");
  }

  @Test
  void languagesAreKeptWithAnIndexAndWithout() throws IOException {
    cut(MasterType.HEVC_TWO_LANGUAGES, encoding(RANGE, Set.of(), Duration.ofMinutes(5)));
    assertThat(clipTracks()).extracting(TrackInfo::language).endsWith("eng", "fra");

    cut(MasterType.SURROUND_IN_TRANSPORT_STREAM, CutRequest.of(RANGE));
    assertThat(clipTracks()).extracting(TrackInfo::language).endsWith("ukr");
  }

  @Test
  void surroundSoundKeepsItsChannels() throws IOException {
    cut(MasterType.SURROUND_IN_TRANSPORT_STREAM, CutRequest.of(RANGE));

    assertThat(clipTracks().getLast().channels()).isEqualTo(6);
    assertThat(clipTracks().getLast().sampleRate()).isEqualTo(48_000);
  }

  @Test
  void oddColumnAndRowAreLeftOut() throws IOException {
    cut(MasterType.ODD_SIZE, CutRequest.of(RANGE));

    assertThat(clipTracks().getFirst().width()).isEqualTo(318);
    assertThat(clipTracks().getFirst().height()).isEqualTo(178);
  }

  @Test
  void timecodeOfAForeignMasterIsTold() throws IOException {
    var request = encoding(RANGE, Set.of(), Duration.ofMinutes(5));

    var report = cut(MasterType.INTERLACED_MPEG2_IN_MXF, request);

    assertThat(report.in().timecode()).contains("10:00:01:05");
    assertThat(report.out().timecode()).contains("10:00:02:10");
  }

  @Test
  void rangeBehindTheEndIsRefusedWithTheNumberOfFrames() {
    var request = CutRequest.of(new FrameRange(290, 301));

    assertThatThrownBy(() -> cut(MasterType.TRANSPORT_STREAM, request))
        .isInstanceOf(RangeOutsideMasterException.class)
        .hasMessage("Range ends at frame 301, but the master has 300 frames");
  }

  @Test
  void whatWouldNotEndInTimeIsRefusedBeforeAnyPartWithTheLongestLength() {
    var request = encoding(new FrameRange(0, 300), Set.of(), Duration.ofMillis(20));

    assertThatThrownBy(() -> cut(MasterType.HEVC_TWO_LANGUAGES, request))
        .isInstanceOfSatisfying(
            ReencodeTooLongException.class,
            refused -> {
              assertThat(refused.askedFrames()).isEqualTo(300);
              assertThat(refused.longestFrames()).isLessThan(300);
              assertThat(refused).hasMessageContaining(refused.longestFrames() + " frames");
            });
    assertThat(folder).isEmptyDirectory();
  }

  private static CutRequest encoding(FrameRange range, Set<String> tracks, Duration limit) {
    return new CutRequest(range, tracks, limit, MethodChoice.REENCODE_ONLY, true);
  }

  private CutReport cut(MasterType type, CutRequest request) throws IOException {
    var clip = folder.resolve("clip.mp4");
    java.nio.file.Files.deleteIfExists(clip);
    try (var master = FileSource.open(Masters.ofSeconds(SECONDS).get(type));
        var sink = new FileSink(clip)) {
      return new ClipCutter(new JavaCvReencoder())
          .cut(request, master, sink, ProgressListener.NONE);
    }
  }

  private List<TrackInfo> clipTracks() throws IOException {
    try (var clip = FileSource.open(folder.resolve("clip.mp4"))) {
      return MasterIndexReader.read(clip).tracks();
    }
  }
}
