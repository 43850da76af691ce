package clipdesk.cutter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.index.MasterIndex;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import clipdesk.cutter.testmedia.SoundTimeline;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SoundCopyTest {
  private static final int STEP = 97;
  private static final Masters MASTERS = Masters.ofSeconds(12);

  @TempDir Path folder;

  /** The third of the four is AC-3, the fourth is not compressed. */
  @ParameterizedTest
  @CsvSource({
    "CLOSED_GOP, a1",
    "LATE_SOUND, a1",
    "LATE_VIDEO, a1",
    "FOUR_SOUND_TRACKS, a1",
    "FOUR_SOUND_TRACKS, a3",
    "FOUR_SOUND_TRACKS, a4",
    "FRAGMENTED, a1"
  })
  void copyIsHeardAtTheTimesOfThePictures(MasterType type, String track) throws IOException {
    var file = MASTERS.get(type);
    var copy = folder.resolve("sound.m4a");
    try (var master = FileSource.open(file);
        var sink = new FileSink(copy);
        var made = open(track, copy, master, sink)) {
      var index = MasterIndexReader.read(master);
      var sound = sound(index, track).track();
      var whole = SoundTimeline.of(file, index.movie(), sound);
      var movie = MovieReader.read(new CachedReader(made));
      assertThat(movie.tracks()).hasSize(1);
      var part = SoundTimeline.of(copy, movie, movie.tracks().getFirst());
      var video = index.video();
      var timeline = index.timeline();
      var start = seconds(timeline.pts(0) - video.edit().mediaTime(), video.timescale());
      var end =
          seconds(timeline.pts(timeline.frames()) - video.edit().mediaTime(), video.timescale());
      long from = Math.round(start * sound.timescale());
      long length = Math.round((end - start) * sound.timescale());
      for (long time = 1; time < length - 1; time += STEP) {
        assertThat(part.at(time)).as("sample %d", time).isEqualTo(whole.at(from + time));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a9", "v1"})
  void whatIsNoSoundIsRefusedByName(String track) throws IOException {
    try (var master = FileSource.open(MASTERS.get(MasterType.FOUR_SOUND_TRACKS));
        var sink = new FileSink(folder.resolve("sound.m4a"))) {
      var index = MasterIndexReader.read(master);
      assertThatThrownBy(() -> SoundCopy.copy(track, index, master, sink))
          .isInstanceOf(UnsupportedMasterException.class)
          .hasMessageContaining("no track " + track);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static FileSource open(String track, Path copy, FileSource master, FileSink sink)
      throws IOException {
    SoundCopy.copy(track, MasterIndexReader.read(master), master, sink);
    return FileSource.open(copy);
  }

  private static double seconds(long ticks, long timescale) {
    return (double) ticks / timescale;
  }

  private static NamedTrack sound(MasterIndex index, String id) {
    return index.namedTracks().stream()
        .filter(it -> it.info().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
