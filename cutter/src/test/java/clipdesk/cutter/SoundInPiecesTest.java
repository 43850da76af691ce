package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.SidecarIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import clipdesk.cutter.reencode.JavaCvReencoder;
import clipdesk.cutter.report.CutMethod;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.SoundEdits;
import clipdesk.cutter.testmedia.SoundTimeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sound of which pieces are shown, in any order and with gaps: what is heard, sample by sample. */
class SoundInPiecesTest {
  private static final int SECONDS = 12;
  private static final int STEP = 97;

  @TempDir Path folder;

  /** Edit lists in milliseconds of a movie and samples of 48 kHz. */
  private enum Pieces {
    SOMETHING_LEFT_OUT(new int[] {4000, 1024}, new int[] {6000, 1024 + 6 * 48_000}),
    A_GAP(new int[] {4000, 1024}, new int[] {1500, -1}, new int[] {6500, 1024 + 5 * 48_000}),
    LATE_AND_A_GAP(
        new int[] {700, -1}, new int[] {3500, 1024}, new int[] {333, -1}, new int[] {7000, 77_777}),
    SWAPPED(new int[] {5000, 1024 + 6 * 48_000 + 100}, new int[] {6000, 1024 + 31}),
    TWICE(new int[] {4500, 1024}, new int[] {4500, 1024}, new int[] {3000, 240_000}),
    AN_END_BEFORE_THE_PICTURES(new int[] {4000, 1024}, new int[] {1000, 400_000});

    private final int[][] edits;

    Pieces(int[]... edits) {
      this.edits = edits;
    }
  }

  @ParameterizedTest
  @EnumSource
  void copiedPicturesHaveTheSoundThatThePiecesTell(Pieces pieces) throws IOException {
    assertSameSound(MasterType.CLOSED_GOP, pieces);
  }

  @ParameterizedTest
  @EnumSource(names = {"A_GAP", "SWAPPED", "SOMETHING_LEFT_OUT"})
  void uncompressedSoundIsCutAtEachSeam(Pieces pieces) throws IOException {
    assertSameSound(MasterType.PRORES, pieces);
  }

  private void assertSameSound(MasterType type, Pieces pieces) throws IOException {
    var file = folder.resolve("master" + (type.isQuickTime() ? ".mov" : ".mp4"));
    Files.copy(Masters.ofSeconds(SECONDS).get(type), file);
    SoundEdits.patch(file, pieces.edits);
    for (var range :
        new FrameRange[] {
          new FrameRange(20, 70),
          new FrameRange(30, 180),
          new FrameRange(130, 131),
          new FrameRange(110, 290)
        }) {
      assertSameSound(file, range, MasterIndexReader::read);
      assertSameSound(file, range, SoundInPiecesTest::kept);
    }
  }

  private interface Reading {
    MasterIndex read(ByteSource master) throws IOException;
  }

  private static MasterIndex kept(ByteSource master) throws IOException {
    var bytes = new ByteArrayOutputStream();
    SidecarIndex.write(MasterIndexReader.read(master), bytes);
    return SidecarIndex.open(new MemorySource(bytes.toByteArray(), "index"), master);
  }

  private void assertSameSound(Path file, FrameRange range, Reading reading) throws IOException {
    var clip = folder.resolve("clip.mp4");
    try (var master = FileSource.open(file);
        var sink = new FileSink(clip)) {
      var index = MasterIndexReader.read(master);
      var report = cut(range, reading.read(master), master, sink);
      assertThat(report.method()).isNotEqualTo(CutMethod.REENCODE);
      var whole = SoundTimeline.of(file, index.movie(), sound(index));
      var video = index.video();
      double in =
          (double) (index.timeline().pts(range.in()) - video.edit().mediaTime())
              / video.timescale();
      double out =
          (double) (index.timeline().pts(range.out()) - video.edit().mediaTime())
              / video.timescale();
      long from = Math.round(in * sound(index).timescale());
      long length = Math.round((out - in) * sound(index).timescale());
      compare(clip, whole, from, length, range);
    }
    Files.delete(clip);
  }

  private static void compare(
      Path clip, SoundTimeline whole, long from, long length, FrameRange range) throws IOException {
    try (var made = FileSource.open(clip)) {
      var index = MasterIndexReader.read(made);
      var found = index.movie().tracks().stream().filter(SoundInPiecesTest::isSound).findFirst();
      var part =
          found.isEmpty()
              ? Optional.<SoundTimeline>empty()
              : Optional.of(SoundTimeline.of(clip, index.movie(), found.get()));
      for (long time = 1; time < length - 1; time += STEP) {
        var wanted = whole.at(from + time);
        var heard = part.isEmpty() ? "silence" : part.get().at(time);
        assertThat(heard).as("%s, sample %d", range, time).isEqualTo(wanted);
      }
    }
  }

  private static CutReport cut(
      FrameRange range, MasterIndex index, ByteSource master, FileSink sink) throws IOException {
    return new ClipCutter(new JavaCvReencoder())
        .cut(CutRequest.of(range), index, master, sink, ProgressListener.NONE);
  }

  private static Track sound(MasterIndex index) {
    return index.movie().tracks().stream()
        .filter(SoundInPiecesTest::isSound)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSound(Track track) {
    return track.kind() == TrackKind.AUDIO;
  }
}
