package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.FfmpegPackets;
import clipdesk.cutter.testmedia.JcodecReader;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.Mp4parserReader;
import clipdesk.cutter.testmedia.ParsedTrack;
import clipdesk.cutter.testmedia.ParsedTrack.ParsedSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clips of every kind of master as JCodec, FFmpeg and mp4parser read them, the last without MOV,
 * whose tracks it does not know. What they should hold is computed from the master as JCodec reads
 * it: nothing of the cutter judges itself.
 */
class DifferentialTest {
  private static final int SECONDS = 12;
  private static final int FROM = 37;
  private static final int LENGTH = 170;

  @TempDir Path folder;

  static Stream<MasterType> copiedTypes() {
    return Stream.of(MasterType.values())
        .filter(type -> type.fallback().isEmpty() && !type.isFragmented())
        .filter(type -> !type.isForeign() && !type.name().startsWith("RARE"));
  }

  @ParameterizedTest
  @MethodSource("copiedTypes")
  void otherReadersFindInTheClipWhatTheMasterHolds(MasterType type) throws IOException {
    var master = Masters.ofSeconds(SECONDS).get(type);
    var clip = folder.resolve("clip");
    var report = cut(master, clip);
    var found = JcodecReader.read(Files.readAllBytes(clip));
    var wanted = JcodecReader.read(Files.readAllBytes(master));
    if (!type.isQuickTime()) {
      assertThat(Mp4parserReader.read(Files.readAllBytes(clip))).isEqualTo(found);
    }
    assertThat(found).hasSameSizeAs(wanted);
    assertFfmpegAgrees(clip, found);
    var video = found.getFirst();
    assertPictures(report, rewritesHeaders(type), video, wanted.getFirst());
    long in = wanted.getFirst().shown().get(FROM).pts() - wanted.getFirst().firstShown();
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).samples().size() > 1) {
        // JCodec takes packets of one size for uncompressed sound.
        var packets = FfmpegPackets.read(master, "a:" + (i - 1));
        assertSound(found.get(i), wanted.get(i), packets, in, video.timescale());
      }
    }
  }

  private static boolean rewritesHeaders(MasterType type) {
    return type.name().startsWith("OPEN_GOP") || type.name().startsWith("HEVC");
  }

  private static CutReport cut(Path file, Path clip) throws IOException {
    try (var master = FileSource.open(file);
        var sink = new FileSink(clip)) {
      var request = CutRequest.of(new FrameRange(FROM, FROM + LENGTH));
      return new ClipCutter(new JavaCvReencoder())
          .cut(request, master, sink, ProgressListener.NONE);
    }
  }

  private static void assertFfmpegAgrees(Path clip, List<ParsedTrack> found) throws IOException {
    int sounds = 0;
    for (var track : found) {
      var name = track.isVideo() ? "v:0" : "a:" + sounds++;
      var packets = FfmpegPackets.read(clip, name);
      assertThat(packets.stream().mapToLong(ParsedSample::size).sum())
          .isEqualTo(track.samples().stream().mapToLong(ParsedSample::size).sum());
      if (track.samples().size() > 1) {
        assertThat(sinceFirst(packets)).as(name).isEqualTo(sinceFirst(track.samples()));
      }
    }
  }

  /** Times from the earliest on, without what FFmpeg's list does not tell. */
  private static List<ParsedSample> sinceFirst(List<ParsedSample> samples) {
    long first = samples.stream().mapToLong(ParsedSample::pts).min().orElse(0);
    return samples.stream()
        .map(one -> new ParsedSample(one.pts() - first, one.size(), false, one.checksum()))
        .toList();
  }

  private static void assertPictures(
      CutReport report, boolean rewritesHeaders, ParsedTrack clip, ParsedTrack master) {
    assertThat(clip.samples()).hasSize(LENGTH);
    var found = clip.shown();
    var wanted = master.shown().subList(FROM, FROM + LENGTH);
    assertThat(sinceFirst(found).stream().map(ParsedSample::pts))
        .isEqualTo(sinceFirst(wanted).stream().map(ParsedSample::pts).toList());
    assertThat(found.getFirst().pts()).isEqualTo(clip.firstShown());
    long copiedTo = LENGTH - report.frames().tailReencoded();
    for (int i = (int) report.frames().headReencoded(); i < copiedTo; i++) {
      assertThat(found.get(i).sync()).as("frame %d", i).isEqualTo(wanted.get(i).sync());
      if (!rewritesHeaders) {
        assertThat(found.get(i).checksum()).as("frame %d", i).isEqualTo(wanted.get(i).checksum());
      }
    }
  }

  /** The packets are a run of the master's, heard when the master's are. */
  private static void assertSound(
      ParsedTrack clip, ParsedTrack master, List<ParsedSample> packets, long in, long scale) {
    int first = run(clip.samples(), packets);
    assertThat(first).isNotNegative();
    double masterTime =
        (double) (packets.get(first).pts() - master.firstShown()) / master.timescale()
            - (double) in / scale;
    double clipTime =
        (double) (clip.samples().getFirst().pts() - clip.firstShown()) / clip.timescale();
    if (!clip.gap() && !master.gap()) {
      assertThat(Math.abs(masterTime - clipTime) * clip.timescale()).isLessThanOrEqualTo(1);
    }
  }

  private static int run(List<ParsedSample> clip, List<ParsedSample> master) {
    return Collections.indexOfSubList(checksums(master), checksums(clip));
  }

  private static List<Long> checksums(List<ParsedSample> samples) {
    return samples.stream().map(ParsedSample::checksum).toList();
  }
}
