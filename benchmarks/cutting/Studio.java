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
  private static final int GOP = 2 * RATE;

  /** In UTF-8: for any other character set the static FFmpeg loads glibc's modules, and dies. */
  static final String TRANSPORT_NAMES =
      "-metadata service_name=\u00e9 -metadata service_provider=\u00e9";

  private static final Path FOLDER = Path.of("target", "masters");

  private Studio() {}

  /**
   * A master with sound.
   *
   * @param seconds of picture that are encoded
   * @param times how often they are shown
   */
  static Path master(String size, int megabits, int seconds, int times) throws IOException {
    return sounding(picture(size, megabits, seconds), seconds, times);
  }

  /**
   * 4K with 60 pictures a second and ten bits, as phones and cameras make it; a closed GOP of a
   * second. Encoding takes long, so it is the same few seconds again and again.
   */
  static Path hevc4k60(int megabits, int seconds, int times) throws IOException {
    var source =
        "testsrc2=s=3840x2160:r=60:d=%d,format=yuv420p10le,noise=alls=6:allf=t:all_seed=7"
            .formatted(seconds);
    var picture =
        once(
            "hevc-4k60-%dM-%ds.mp4".formatted(megabits, seconds),
            "-f lavfi -i %s -c:v libx265 -preset ultrafast -tag:v hvc1".formatted(source)
                + " -x265-params log-level=none:keyint=60:min-keyint=60:scenecut=0:open-gop=0"
                + ":bframes=3 -b:v %dM".formatted(megabits));
    return sounding(picture, seconds, times);
  }

  /** The same samples in another container. */
  static Path in(Path master, String extension, String how) throws IOException {
    var name = master.getFileName().toString().replace(".mp4", extension);
    return once(name, "-i %s -c copy %s".formatted(master, how));
  }

  private static Path sounding(Path picture, int seconds, int times) throws IOException {
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
