package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.codec.DecodedVideo;
import clipdesk.cutter.codec.TestMaster;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.frames.FrameRate;
import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.TrackInfo;
import clipdesk.cutter.io.CopyingSink;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.reencode.Reencoder;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.ClipCheck;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactCutTest {
  private static final Reencoder NONE =
      (job, master, sink, listener) -> {
        throw new AssertionError("The smart path gave up");
      };
  private static final int FRAMES = 150;
  private static final double GOOD_DECIBELS = 35;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "closed, bframes=3",
    "open, open-gop=1:b-pyramid=none:bframes=3",
    "open-pyramid, open-gop=1:b-pyramid=normal:bframes=5",
    "open-pyramid-two-references, open-gop=1:b-pyramid=normal:bframes=5:ref=2",
    "open-cavlc-weighted, open-gop=1:b-pyramid=normal:bframes=7:ref=6:weightp=2:cabac=0",
    "baseline, cabac=0:bframes=0:8x8dct=0",
    "four-slices, slices=4",
    "wide-frame-numbers, keyint=75:ref=16:b-pyramid=normal:bframes=5",
    "delimiters-and-hrd, aud=1:nal-hrd=vbr:vbv-maxrate=2000:vbv-bufsize=2000:pic-struct=1",
    "every-frame-intra, keyint=1:min-keyint=1",
  })
  void clipHoldsExactlyTheAskedFrames(String trait, String x264) throws IOException {
    var file = folder.resolve(trait + ".mp4");
    TestMaster.write(file, x264, FRAMES);
    try (var master = FileSource.open(file)) {
      var source = DecodedVideo.of(master);
      assertThat(source.frames()).hasSize(FRAMES);
      var random = new Random(trait.hashCode());
      for (int i = 0; i < 8; i++) {
        int in = random.nextInt(FRAMES - 1);
        int out = in + 1 + random.nextInt(Math.min(80, FRAMES - in));
        cutAndCompare(master, source, new FrameRange(in, out));
      }
      cutAndCompare(master, source, new FrameRange(0, FRAMES));
      cutAndCompare(master, source, new FrameRange(25, 26));
    }
  }

  private void cutAndCompare(FileSource master, DecodedVideo source, FrameRange range)
      throws IOException {
    var target = folder.resolve("clip-%d-%d.mp4".formatted(range.in(), range.out()));
    CutReport report;
    try (var sink = new FileSink(target)) {
      report = new ClipCutter(NONE).cut(smart(range), master, sink, ProgressListener.NONE);
    }
    try (var clip = FileSource.open(target)) {
      compare(source, DecodedVideo.of(clip), report);
    }
    Files.delete(target);
  }

  private static CutRequest smart(FrameRange range) {
    return CutRequest.of(range).withMethod(MethodChoice.SMART_ONLY);
  }

  private static void compare(DecodedVideo source, DecodedVideo clip, CutReport report) {
    var range = report.asked();
    assertThat(clip.frames()).as("frames of %s", range).hasSize((int) range.frames());
    var wanted = source.frames().subList((int) range.in(), (int) range.out());
    for (int i = 0; i < wanted.size(); i++) {
      var expected = wanted.get(i);
      var found = clip.frames().get(i);
      assertThat(found.pts()).isEqualTo(expected.pts() - wanted.getFirst().pts());
      boolean copied =
          i >= report.frames().headReencoded()
              && i < range.frames() - report.frames().tailReencoded();
      if (copied) {
        assertThat(found.luma()).as("frame %d of %s", i, range).isEqualTo(expected.luma());
      } else {
        assertThat(found.psnr(expected))
            .as("frame %d of %s", i, range)
            .isGreaterThanOrEqualTo(GOOD_DECIBELS);
      }
    }
  }

  @Test
  void middleIsCopiedInsideTheStore() throws IOException {
    var file = folder.resolve("large.mp4");
    TestMaster.write(file, "qp=1:bframes=3", 300);
    try (var master = FileSource.open(file)) {
      var sink = new CopyingSink(master);
      var report =
          new ClipCutter(NONE)
              .cut(smart(new FrameRange(11, 287)), master, sink, ProgressListener.NONE);
      assertThat(report.output().kind()).isEqualTo(CutReport.OutputKind.S3_COPY);
      assertThat(report.io().bytesCopied()).isGreaterThan(5 << 20);
      try (var clip = new MemorySource(sink.published(), "clip")) {
        compare(DecodedVideo.of(master), DecodedVideo.of(clip), report);
      }
    }
  }

  /** Sound stands between its pictures, and goes with them. */
  @Test
  void middleOfAnMxfFileIsCopiedInsideTheStore() throws IOException {
    var file = Masters.ofSeconds(12).get(MasterType.INTERLACED_MPEG2_IN_MXF);
    try (var master = FileSource.open(file)) {
      var sink = new CopyingSink(master);
      var report =
          new ClipCutter(NONE)
              .cut(smart(new FrameRange(11, 287)), master, sink, ProgressListener.NONE);
      assertThat(report.output().kind()).isEqualTo(CutReport.OutputKind.S3_COPY);
      var clip = Files.write(folder.resolve("clip.mov"), sink.published());
      var check = new ClipCheck(DecodedFile.of(file, 2));
      assertThat(check.faults(DecodedFile.of(clip, 2), report)).isEmpty();
    }
  }

  @Test
  void embargoedMasterGivesNoByteThatNoTrackShows() throws IOException {
    var file = folder.resolve("embargoed.mp4");
    TestMaster.write(file, "qp=1:bframes=3", 300);
    try (var master = FileSource.open(file)) {
      var sink = new CopyingSink(master);
      var base = smart(new FrameRange(11, 287));
      var request =
          new CutRequest(base.range(), base.tracks(), base.timeLimit(), base.method(), false);
      var report = new ClipCutter(NONE).cut(request, master, sink, ProgressListener.NONE);
      assertThat(report.output().kind()).isEqualTo(CutReport.OutputKind.STREAMING);
      assertThat(report.io().unreferencedBytes()).isZero();
    }
  }

  @Test
  void rangeBehindTheLastFrameIsRefused() throws IOException {
    var file = folder.resolve("short.mp4");
    TestMaster.write(file, "bframes=0", 30);
    try (var master = FileSource.open(file);
        var sink = new FileSink(folder.resolve("none.mp4"))) {
      var cutter = new ClipCutter(NONE);
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> cutter.cut(smart(new FrameRange(10, 31)), master, sink, ProgressListener.NONE))
          .isInstanceOf(RangeOutsideMasterException.class)
          .hasMessage("Range ends at frame 31, but the master has 30 frames");
    }
    assertThat(folder.resolve("none.mp4")).doesNotExist();
  }

  @Test
  void catalogueSeesTracksAndTimes() throws IOException {
    var file = folder.resolve("catalogue.mp4");
    TestMaster.write(file, "bframes=3", 50);
    try (var master = FileSource.open(file)) {
      var index = MasterIndexReader.read(master);
      assertThat(index.frames()).isEqualTo(50);
      assertThat(index.durationMs()).isEqualTo(2000);
      assertThat(index.constantFrameRate()).contains(new FrameRate(25, 1));
      assertThat(index.tracks().stream().map(TrackInfo::id)).isEqualTo(List.of("v1", "a1"));
      assertThat(index.tracks().getFirst().codec()).isEqualTo("h264");
      assertThat(index.tracks().getLast().sampleRate()).isEqualTo(48_000);
    }
  }
}
