package clipdesk.cutter.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.mp4.MovieReader;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tone that is heard at known times, and is to be heard then in what is made of it. */
final class SoundAsAacTest {
  /** A loudspeaker gets its own, and 0.707 each of the centre and of one behind (ITU-R BS.775). */
  private static final double MIXED = Math.pow(1 + Math.sqrt(0.5) + Math.sqrt(0.5), 2);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "0.5, ac3, mp4, 48000, 6, 48000",
    "0.5, mp2, ts, 48000, 2, 48000",
    "0, pcm_s24le, mov, 48000, 1, 48000",
    "0.5, flac, mp4, 96000, 2, 48000",
    "0, aac, mp4, 22050, 2, 22050"
  })
  void soundIsHeardWhenItWasInTwoChannels(
      double lateSeconds, String codec, String container, int rate, int channels, int rateThen)
      throws IOException {
    var tone = new Tone(lateSeconds);
    var made = folder.resolve("made.m4a");

    write(tone.copied(folder, codec, container, rate, channels), made);

    try (var source = FileSource.open(made)) {
      var track = MovieReader.read(new CachedReader(source)).tracks().getFirst();
      assertThat(track.description().format()).isEqualTo("mp4a");
      assertThat(track.description().channels()).isEqualTo(2);
      assertThat(track.timescale()).isEqualTo(rateThen);
      assertThat(track.edit().mediaTime()).isZero();
    }
    var levels = SoundLevels.of(made, Tone.STEP_MS, Tone.DURATION_MS);
    tone.assertHeardIn(levels, channels > 2 ? MIXED : 1);
  }

  @Test
  void whatIsNoSoundLeavesNothing() throws IOException {
    var file = Files.writeString(folder.resolve("sound.mp4"), "no sound");
    var made = folder.resolve("made.m4a");

    assertThatThrownBy(() -> write(file, made)).isInstanceOf(UnsupportedMasterException.class);

    assertThat(made).doesNotExist();
  }

  private static void write(Path file, Path made) throws IOException {
    try (var sink = new FileSink(made)) {
      SoundAsAac.write(file, Tone.DURATION_MS, sink);
    }
  }
}
