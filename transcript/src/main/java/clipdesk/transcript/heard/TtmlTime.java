package clipdesk.transcript.heard;

import clipdesk.transcript.refusals.MalformedInputException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times of TTML2, 10.3.1: by clock, with frames, or as a count of hours, minutes, seconds, frames
 * or ticks.
 */
record TtmlTime(double frameRate, double tickRate) {
  private static final double DEFAULT_FRAME_RATE = 30;
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{2,}):(\\d{2}):(\\d{2})(?:(\\.\\d+)|:(\\d{2,})(?:\\.\\d+)?)?");
  private static final Pattern COUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|f|t)");

  static TtmlTime of(Optional<String> rate, Optional<String> multiplier, Optional<String> ticks) {
    var frames = rate.map(TtmlTime::number).orElse(DEFAULT_FRAME_RATE);
    var parts = multiplier.map(it -> it.strip().split("\\s+", -1));
    var factor =
        parts.filter(it -> it.length == 2).map(it -> number(it[0]) / number(it[1])).orElse(1.0);
    var tickRate = ticks.map(TtmlTime::number).orElse(rate.isPresent() ? frames * factor : 1.0);
    return new TtmlTime(frames * factor, tickRate);
  }

  double seconds(String expression) {
    var clock = CLOCK.matcher(expression.strip());
    if (clock.matches()) {
      var whole =
          number(clock.group(1)) * 3_600 + number(clock.group(2)) * 60 + number(clock.group(3));
      var fraction = clock.group(4) == null ? 0 : number("0" + clock.group(4));
      var frames = clock.group(5) == null ? 0 : number(clock.group(5)) / frameRate;
      return whole + fraction + frames;
    }
    var count = COUNT.matcher(expression.strip());
    if (!count.matches()) {
      throw new MalformedInputException("bad-form", "No time of TTML: " + expression);
    }
    var value = number(count.group(1));
    return switch (count.group(2)) {
      case "h" -> value * 3_600;
      case "m" -> value * 60;
      case "s" -> value;
      case "ms" -> value / 1_000;
      case "f" -> value / frameRate;
      default -> value / tickRate;
    };
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new MalformedInputException("bad-form", "No number of TTML: " + text);
    }
  }
}
