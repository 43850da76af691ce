package clipdesk.cutter.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import clipdesk.cutter.SoundCopy;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tone that is heard at known times, in a master whose sound may begin late. */
final class SoundLevelsTest {
  private static final int STEP_MS = 10;
  private static final int DURATION_MS = 4_000;

  /** A sine of an eighth, which is what FFmpeg makes. */
  private static final double TONE = 0.125 * 0.125 / 2;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0, 48000, 2", "0, 22050, 1", "0.5, 44100, 2"})
  void levelsLieAtTheTimesOfThePictures(double lateSeconds, int rate, int channels)
      throws IOException {
    var levels = SoundLevels.of(sound(lateSeconds, rate, channels), STEP_MS, DURATION_MS);

    var from = (int) ((1 + lateSeconds) * 100);
    var to = (int) ((2.5 + lateSeconds) * 100);
    assertThat(levels).hasSize(400);
    for (var step = 0; step < levels.length; step++) {
      if (step < from - 2 || step > to + 1) {
        assertThat(levels[step]).as("step %d", step).isLessThan(TONE / 1_000);
      } else if (step > from + 1 && step < to - 2) {
        assertThat(levels[step]).as("step %d", step).isCloseTo(TONE, within(TONE / 4));
      }
    }
  }

  @Test
  void whatIsNoSoundIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("sound.m4a"), "no sound");

    assertThatThrownBy(() -> SoundLevels.of(file, STEP_MS, DURATION_MS))
        .isInstanceOf(UnsupportedMasterException.class);
  }

  private Path sound(double lateSeconds, int rate, int channels) throws IOException {
    var file = folder.resolve("master.mp4");
    var tone = "sine=frequency=440:sample_rate=%d:duration=3.5".formatted(rate);
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=128x72:rate=25:duration=4",
            "-itsoffset",
            String.valueOf(lateSeconds),
            "-f",
            "lavfi",
            "-i",
            tone,
            "-af",
            "volume=0:enable='lt(t,1+%1$s)+gte(t,2.5+%1$s)',pan=%2$dc|c0=c0%3$s"
                .formatted(lateSeconds, channels, channels == 2 ? "|c1=c0" : ""),
            "-c:a",
            "aac",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-t",
            "4",
            file.toString()));
    var copy = folder.resolve("copy.m4a");
    try (var master = FileSource.open(file);
        var sink = new FileSink(copy)) {
      SoundCopy.copy("a1", MasterIndexReader.read(master), master, sink);
    }
    return copy;
  }
}
