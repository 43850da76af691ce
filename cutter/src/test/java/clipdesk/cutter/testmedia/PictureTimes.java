package clipdesk.cutter.testmedia;

import clipdesk.cutter.testmedia.DecodedFile.Frame;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When pictures are shown, finer than a container may say it: ticks of MPEG-TS round what comes
 * 24000/1001 times a second, by a quarter of a sample of sound. Pictures that come evenly lie on a
 * line; others are where they are said to be.
 *
 * @param micros of each picture, and of the end of the last one
 */
record PictureTimes(double[] micros) {
  /** A tick of 90 kHz: half of one of rounding, and room for the microseconds of decoded files. */
  private static final double EVEN_WITHIN_MICROS = 11;

  static PictureTimes of(List<Frame> frames) {
    int count = frames.size();
    var said = IntStream.range(0, count).mapToDouble(i -> frames.get(i).micros()).toArray();
    var line = line(said);
    boolean isEven =
        IntStream.range(0, count).allMatch(i -> Math.abs(line[i] - said[i]) < EVEN_WITHIN_MICROS);
    if (isEven) {
      return new PictureTimes(line);
    }
    System.arraycopy(said, 0, line, 0, count);
    // The last picture is as long as the one before it.
    line[count] = 2 * said[count - 1] - said[count - 2];
    return new PictureTimes(line);
  }

  /** The one that comes nearest to all times, and one picture further. */
  private static double[] line(double[] said) {
    double middle = (said.length - 1) / 2.0;
    double mean = IntStream.range(0, said.length).mapToDouble(i -> said[i]).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < said.length; i++) {
      squares += (i - middle) * (i - middle);
      products += (i - middle) * (said[i] - mean);
    }
    double step = squares == 0 ? 0 : products / squares;
    return IntStream.rangeClosed(0, said.length)
        .mapToDouble(i -> mean + (i - middle) * step)
        .toArray();
  }

  double micros(long picture) {
    return micros[Math.toIntExact(picture)];
  }
}
