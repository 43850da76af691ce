package clipdesk.cutter.testmedia;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What several types of masters tell FFmpeg. */
final class MasterArguments {
  private MasterArguments() {}

  static String x264(String parameters) {
    return "-c:v libx264 -preset veryfast -x264-params " + parameters;
  }

  static String x265(String parameters) {
    return "-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params"
        + " log-level=none:pools=none:frame-threads=1:"
        + parameters;
  }

  static String variableRate() {
    return "-vf select='gt(mod(n\\,7)\\,1)+lt(mod(n\\,50)\\,20)' -fps_mode vfr ";
  }

  /** In UTF-8: for any other character set the static FFmpeg loads glibc's modules, and dies. */
  static String transportNames() {
    return " -metadata service_name=\u00e9 -metadata service_provider=\u00e9";
  }

  /** Steps from one coefficient to the next, so that no decoder takes them for the usual ones. */
  static String matrix(int first) {
    return IntStream.range(0, 64)
        .mapToObj(i -> String.valueOf(first + (i == 0 ? 0 : i / 2)))
        .collect(Collectors.joining(","));
  }

  static String interlaced(String order) {
    var filter = order.equals("tff=1") ? "interlace" : "interlace=scan=bff";
    return "-vf %s -flags:v +ildct+ilme %s".formatted(filter, x264(order));
  }
}
