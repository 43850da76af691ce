package clipdesk.cutter.preview;

import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A video whose every picture carries its number: ten squares along the lower edge, the highest bit
 * first, white for 1 and black for 0, large enough to outlive any scaling and encoding.
 *
 * @param size as FFmpeg writes it, such as 1280x720
 * @param rate pictures a second, such as 30000/1001
 * @param sound whether there is any
 * @param arguments of the encoder
 */
record CountedMaster(String size, String rate, double seconds, boolean sound, String arguments) {
  private static final int BITS = 10;
  private static final int COLUMNS = BITS + 2;

  Path in(Path folder) throws IOException {
    var file = Files.createTempFile(folder, "counted", ".mp4");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-f", "lavfi", "-i", picture()));
    if (sound) {
      var tones = "aevalsrc=0.3*sin(2*PI*(300*t+90*t*t))|0.3*sin(2*PI*(500*t+70*t*t)):s=48000:d=";
      command.addAll(List.of("-f", "lavfi", "-i", tones + seconds, "-c:a", "aac"));
    }
    command.addAll(List.of("-threads", "1"));
    command.addAll(List.of(arguments.split(" ")));
    command.add(file.toString());
    FfmpegProgram.run(command);
    return file;
  }

  private String picture() {
    var filters = new StringBuilder("testsrc2=s=%s:r=%s:d=%s".formatted(size, rate, seconds));
    filters.append(
        ",drawbox=x=0:y=ih-iw/%d*2:w=iw:h=iw/%d*2:c=black:t=fill".formatted(COLUMNS, COLUMNS));
    for (int bit = 0; bit < BITS; bit++) {
      filters.append(
          ",drawbox=x=iw/%d*%d:y=ih-iw/%d*1.5:w=iw/%d:h=iw/%d:c=white:t=fill:enable='bitand(n,%d)'"
              .formatted(COLUMNS, bit + 1, COLUMNS, COLUMNS, COLUMNS, 1 << (BITS - 1 - bit)));
    }
    return filters.append(",format=yuv420p").toString();
  }

  /**
   * The numbers that a video's pictures carry, in the order in which they are shown, read by a
   * decoder that is not the product's.
   */
  static List<Integer> numbers(Path video, int width, int height) throws IOException {
    var raw = Files.createTempFile("numbers", ".gray");
    try {
      FfmpegProgram.run(
          List.of(
              "-noautorotate",
              "-i",
              video.toString(),
              "-map",
              "0:v",
              "-fps_mode",
              "passthrough",
              "-pix_fmt",
              "gray",
              "-f",
              "rawvideo",
              raw.toString()));
      byte[] pixels = Files.readAllBytes(raw);
      List<Integer> numbers = new ArrayList<>();
      for (int at = 0; at < pixels.length; at += width * height) {
        numbers.add(number(pixels, at, width, height));
      }
      return numbers;
    } finally {
      Files.delete(raw);
    }
  }

  private static int number(byte[] pixels, int picture, int width, int height) {
    int number = 0;
    int row = height - width / COLUMNS;
    for (int bit = 0; bit < BITS; bit++) {
      int column = width * (2 * bit + 3) / (2 * COLUMNS);
      int level = pixels[picture + row * width + column] & 0xff;
      number = number << 1 | (level > 128 ? 1 : 0);
    }
    return number;
  }
}
