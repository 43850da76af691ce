import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Masters as a broadcaster's encoder makes them: H.264 with three B pictures, a closed GOP of two
 * seconds, 25 frames a second, a constant bit rate, AAC. Grain in every picture. Made once.
 */
final class Studio {
  static final int RATE = 25;
  static final int FRAME_MILLIS = 1000 / RATE;
  private static final int GOP = 2 * RATE;

  private static final Path FOLDER = Path.of("target", "masters");

  private Studio() {}

  /**
   * A master with sound.
   *
   * @param seconds of picture that are encoded
   * @param times how often they are shown
   */
  static Path master(String size, int megabits, int seconds, int times) throws IOException {
    var picture = picture(size, megabits, seconds);
    var name = picture.getFileName().toString().replace(".mp4", "-x" + times + ".mp4");
    // The sound is as long as the whole: repeated by its packets it would leave gaps.
    return once(
        name,
        "-stream_loop %d -i %s -f lavfi -i sine=f=440:r=48000:d=%d -c:v copy -c:a aac -b:a 192k"
            .formatted(times - 1, picture, seconds * times));
  }

  private static Path picture(String size, int megabits, int seconds) throws IOException {
    var source =
        "testsrc2=s=%s:r=%d:d=%d,format=yuv420p,noise=alls=6:allf=t:all_seed=7"
            .formatted(size, RATE, seconds);
    var rate = megabits + "M";
    return once(
        "%s-%s-%ds.mp4".formatted(size, rate, seconds),
        "-f lavfi -i %s -c:v libx264 -preset veryfast -bf 3 -sc_threshold 0 -g %d -keyint_min %d"
                .formatted(source, GOP, GOP)
            + " -b:v %s -maxrate %s -bufsize %s".formatted(rate, rate, rate));
  }

  private static Path once(String name, String arguments) throws IOException {
    var file = Files.createDirectories(FOLDER).resolve(name);
    if (!Files.exists(file)) {
      var unfinished = FOLDER.resolve("unfinished-" + name);
      var command = new ArrayList<>(List.of(arguments.split(" ")));
      command.add(unfinished.toString());
      FfmpegProgram.run(command);
      Files.move(unfinished, file);
    }
    return file;
  }
}
