package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.ClipCheck;
import clipdesk.cutter.testmedia.DecodedFile;
import clipdesk.cutter.testmedia.KeptIndex;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.RandomRanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random cuts of every kind of master, each compared with the master frame by frame. Every other
 * one is made by an index that was kept beside it.
 */
class RandomCutsTest {
  private static final int SECONDS = 12;
  private static final int CUTS = Integer.getInteger("clipdesk.cuts", 2);

  /** Where every frame is encoded anew, all cuts go one way, and each costs ten of the others. */
  private static final int CUTS_ENCODED = Integer.getInteger("clipdesk.cuts", 1);

  private static final long SEED = Long.getLong("clipdesk.seed", 1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(mode = MATCH_NONE, names = "RARE_.*")
  void everyFrameAndEverySampleIsTheMasters(MasterType type) throws IOException {
    var file = Masters.ofSeconds(SECONDS).get(type);
    var decoded = DecodedFile.of(file, type.soundTracks());
    var ranges = new RandomRanges(SEED + type.ordinal(), decoded.frames().size());
    int cuts = type.fallback().isPresent() ? CUTS_ENCODED : CUTS;
    for (int i = 0; i < cuts; i++) {
      assertExact(type, file, decoded, ranges.next(), /* byKeptIndex= */ i % 2 == 1);
    }
  }

  /** What random cuts had found wrong, in the cutter or in the check. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT_BIT_RATE, 9, 141",
    "FOUR_SOUND_TRACKS, 240, 256",
    "SEVERAL_EDITS, 0, 250",
    "SEVERAL_EDITS, 148, 149",
    "SEVERAL_EDITS, 194, 246",
    "VARIABLE_FRAME_RATE_IN_MATROSKA, 140, 248",
    "LATE_VIDEO, 0, 309",
    "TRANSPORT_STREAM, 183, 184",
    "TRANSPORT_STREAM_FILM_RATE, 82, 83"
  })
  void cutsThatWereOnceWrong(MasterType type, int in, int out) throws IOException {
    var file = Masters.ofSeconds(SECONDS).get(type);
    var decoded = DecodedFile.of(file, type.soundTracks());
    assertExact(type, file, decoded, new FrameRange(in, out), /* byKeptIndex= */ false);
  }

  private void assertExact(
      MasterType type, Path file, DecodedFile decoded, FrameRange range, boolean byKeptIndex)
      throws IOException {
    var clip = folder.resolve("clip.mp4");
    var report = cut(file, range, clip, byKeptIndex);
    var name = "%s %s of seed %d".formatted(type, range, SEED);
    assertThat(report.reason()).as(name).isEqualTo(expectedReason(type, report));
    assertThat(new ClipCheck(decoded).faults(DecodedFile.of(clip, report.audio().size()), report))
        .as(name)
        .isEmpty();
    Files.delete(clip);
  }

  /** Edges under parameter sets of their own are no fallback, but have their reason. */
  private static Optional<FallbackReason> expectedReason(MasterType type, CutReport report) {
    if (type.name().contains("HEVC") && report.method() == CutMethod.TWO_SPS) {
      return Optional.of(FallbackReason.SPS_DIFFERS);
    }
    return type == MasterType.WITHOUT_DEBLOCKING_CONTROL && report.method() == CutMethod.EXTRA_PPS
        ? Optional.of(FallbackReason.PPS_DIFFERS)
        : type.fallback();
  }

  private static CutReport cut(Path file, FrameRange range, Path clip, boolean byKeptIndex)
      throws IOException {
    try (var master = FileSource.open(file);
        var sink = new FileSink(clip)) {
      var cutter = new ClipCutter(new JavaCvReencoder());
      var request = CutRequest.of(range);
      var index = byKeptIndex ? KeptIndex.of(master) : Optional.<MasterIndex>empty();
      return index.isPresent()
          ? cutter.cut(request, index.get(), master, sink, ProgressListener.NONE)
          : cutter.cut(request, master, sink, ProgressListener.NONE);
    }
  }
}
