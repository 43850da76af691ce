package clipdesk.cutter.reencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.ClipCutter;
import clipdesk.cutter.CutReport;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.MasterIndexReader;
import clipdesk.cutter.ProgressListener;
import clipdesk.cutter.RangeOutsideMasterException;
import clipdesk.cutter.ReencodeTooLongException;
import clipdesk.cutter.TrackInfo;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    var request = CutRequest.of(RANGE).withTracks(Set.of("v1", "a2"));

    var report = cut(MasterType.HEVC_TWO_LANGUAGES, request);

    assertThat(report.audio().stream().map(CutReport.Audio::track)).containsExactly("a2");
    assertThat(clipTracks()).extracting(TrackInfo::language).contains("fra").doesNotContain("eng");
  }

  @Test
  void languagesAreKeptWithAnIndexAndWithout() throws IOException {
    cut(MasterType.HEVC_TWO_LANGUAGES, CutRequest.of(RANGE));
    assertThat(clipTracks()).extracting(TrackInfo::language).endsWith("eng", "fra");

    cut(MasterType.TRANSPORT_STREAM_TWO_SOUNDS, CutRequest.of(RANGE));
    assertThat(clipTracks()).extracting(TrackInfo::language).endsWith("eng", "ukr");
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
  void timecodeOfAMasterWithoutIndexIsTold() throws IOException {
    var report = cut(MasterType.INTERLACED_MPEG2_IN_MXF, CutRequest.of(RANGE));

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
    var base = CutRequest.of(new FrameRange(0, 300));
    var request =
        new CutRequest(base.range(), Set.of(), Duration.ofMillis(20), base.method(), true);

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

  @Test
  void workThatTakesLongerThanEstimatedIsGivenUp() throws IOException {
    try (var file = FileSource.open(Masters.ofSeconds(SECONDS).get(MasterType.TRANSPORT_STREAM))) {
      var late = new MasterStream(file, System.nanoTime() - 1);

      assertThatThrownBy(late::read).isInstanceOf(OutOfTimeException.class);
      assertThatThrownBy(late::rethrowFailure).isInstanceOf(OutOfTimeException.class);
    }
  }

  @Test
  void failureToReadIsNotTakenForTheEndOfTheMaster() throws IOException {
    var path = Masters.ofSeconds(SECONDS).get(MasterType.TRANSPORT_STREAM);
    var away = new IOException("S3 is away");
    try (var file = FileSource.open(path);
        var sink = new FileSink(folder.resolve("clip.mp4"))) {
      var cutter = new ClipCutter(new JavaCvReencoder());
      var broken = new FailingBehindItsStart(file, away);

      assertThatThrownBy(
              () -> cutter.cut(CutRequest.of(RANGE), broken, sink, ProgressListener.NONE))
          .isSameAs(away);
    }
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

  /** A master that fails once more than a few bytes of it are read. */
  private record FailingBehindItsStart(ByteSource source, IOException failure)
      implements ByteSource {
    private static final int START_BYTES = 1024;

    @Override
    public long sizeBytes() {
      return source.sizeBytes();
    }

    @Override
    public String identity() {
      return source.identity();
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
      if (into.remaining() > START_BYTES) {
        throw failure;
      }
      source.read(offset, into);
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
