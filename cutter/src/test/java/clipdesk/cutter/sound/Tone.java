package clipdesk.cutter.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clipdesk.cutter.SoundCopy;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A tone of a second and a half, heard from the second second on of a sound that begins late. */
record Tone(double lateSeconds) {
  static final int STEP_MS = 10;
  static final int DURATION_MS = 4_000;

  /** A sine of an eighth, which is what FFmpeg makes. */
  private static final double POWER = 0.125 * 0.125 / 2;

  /**
   * The sound of a master, copied out of it.
   *
   * @param codec encoder, and its arguments
   * @param container file name ending of the master
   */
  Path copied(Path folder, String codec, String container, int rate, int channels)
      throws IOException {
    var file = folder.resolve("master." + container);
    var copies = "|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0".substring(0, 6 * (channels - 1));
    var command =
        ("-f lavfi -i testsrc2=size=128x72:rate=25:duration=4 -itsoffset %1$s -f lavfi"
                + " -i sine=frequency=440:sample_rate=%2$d:duration=3.5"
                + " -af volume=0:enable='lt(t,1+%1$s)+gte(t,2.5+%1$s)',pan=%3$dc|c0=c0%4$s"
                + " -c:v libx264 -preset ultrafast -g 1 -c:a %5$s -t 4 %6$s")
            .formatted(lateSeconds, rate, channels, copies, codec, file);
    FfmpegProgram.run(List.of(command.split(" ")));
    var copy = folder.resolve("copy.mp4");
    try (var master = FileSource.open(file);
        var sink = new FileSink(copy)) {
      SoundCopy.copy("a1", MasterIndexReader.read(master), master, sink);
    }
    return copy;
  }

  void assertHeardIn(double[] levels) {
    assertHeardIn(levels, 1);
  }

  /**
   * Within two steps, which is what codecs smear.
   *
   * @param times what its power was multiplied by
   */
  void assertHeardIn(double[] levels, double times) {
    var power = times * POWER;
    var from = (int) ((1 + lateSeconds) * 100);
    var to = (int) ((2.5 + lateSeconds) * 100);
    assertThat(levels).hasSize(DURATION_MS / STEP_MS);
    for (var step = 0; step < levels.length; step++) {
      if (step < from - 2 || step > to + 1) {
        assertThat(levels[step]).as("step %d", step).isLessThan(power / 1_000);
      } else if (step > from + 1 && step < to - 2) {
        assertThat(levels[step]).as("step %d", step).isCloseTo(power, within(power / 4));
      }
    }
  }
}
