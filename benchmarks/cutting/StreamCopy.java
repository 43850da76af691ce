import clipdesk.cutter.frames.FrameRange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** FFmpeg's stream copy of a range from an address: fast, and not exact. */
final class StreamCopy {
  private static final Pattern USED =
      Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s rtime=([0-9.]+)s");
  private static final Pattern PEAK = Pattern.compile("bench: maxrss=(\\d+)");

  private StreamCopy() {}

  static Cost run(URI master, int framesPerSecond, FrameRange range, Path clip, Store store)
      throws IOException, InterruptedException {
    var before = store.traffic();
    long began = System.nanoTime();
    var process =
        new ProcessBuilder(
                "bin/ffmpeg",
                "-nostdin",
                "-y",
                "-nostats",
                "-benchmark",
                "-ss",
                micros(range.in(), framesPerSecond),
                "-i",
                master.toString(),
                "-t",
                micros(range.frames(), framesPerSecond),
                "-c",
                "copy",
                clip.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    double seconds = (System.nanoTime() - began) / 1e9;
    var used = USED.matcher(said);
    var peak = PEAK.matcher(said);
    if (process.waitFor() != 0 || !used.find() || !peak.find()) {
      throw new IllegalStateException("ffmpeg failed: " + said);
    }
    var traffic = store.traffic().minus(before);
    long written = Files.size(clip);
    Files.delete(clip);
    return new Cost(
        seconds,
        Double.parseDouble(used.group(1)) + Double.parseDouble(used.group(2)),
        Long.parseLong(peak.group(1)) << 10,
        new Store.Traffic(traffic.requests(), traffic.read(), 0, written, 0));
  }

  private static String micros(long frames, int framesPerSecond) {
    return frames * 1_000_000 / framesPerSecond + "us";
  }
}
