package clipdesk.cutter.sound;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tone that is heard at known times, in a master whose sound may begin late. */
final class SoundLevelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, aac, mp4, 48000, 2",
    "0, aac, mp4, 22050, 1",
    "0.5, aac, mp4, 44100, 2",
    "0.5, ac3, mp4, 48000, 2",
    "0, eac3, mp4, 48000, 6",
    "0.5, mp2, ts, 48000, 2",
    "0, mp2, mp4, 44100, 1",
    "0.5, pcm_s24le, mov, 48000, 2",
    "0, pcm_s16le, mxf, 48000, 2",
    "0.5, libopus, mp4, 48000, 2",
    "0, flac, mp4, 96000, 2",
    "0, alac, mov, 44100, 1"
  })
  void levelsLieAtTheTimesOfThePictures(
      double lateSeconds, String codec, String container, int rate, int channels)
      throws IOException {
    var tone = new Tone(lateSeconds);
    var sound = tone.copied(folder, codec, container, rate, channels);

    tone.assertHeardIn(SoundLevels.of(sound, Tone.STEP_MS, Tone.DURATION_MS));
  }

  @Test
  void whatIsNoSoundIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("sound.m4a"), "no sound");

    assertThatThrownBy(() -> SoundLevels.of(file, Tone.STEP_MS, Tone.DURATION_MS))
        .isInstanceOf(UnsupportedMasterException.class);
  }
}
