package clipdesk.transcript.heard;

import clipdesk.transcript.refusals.MalformedInputException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** NIST's CTM: {@code file channel start duration word [confidence]}, a word a line. */
final class CtmWords {
  private static final String NUMBER =
      "[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?|[-+]?(?i:nan|inf(?:inity)?)";
  private static final Pattern LINE =
      Pattern.compile(
          "\\S+\\s+\\S+\\s+("
              + NUMBER
              + ")\\s+("
              + NUMBER
              + ")\\s+(\\S+)(?:\\s+("
              + NUMBER
              + "))?.*");

  private CtmWords() {}

  static boolean isCtm(String text) {
    return text.lines()
        .filter(line -> !isComment(line))
        .findFirst()
        .filter(line -> LINE.matcher(line.strip()).matches() && !line.contains("-->"))
        .isPresent();
  }

  static void read(String text, WordList list) {
    var index = 0;
    for (var line : text.lines().filter(it -> !isComment(it)).toList()) {
      var match = LINE.matcher(line.strip());
      if (!match.matches()) {
        throw new MalformedInputException("bad-form", "Line %d is no CTM".formatted(index + 1));
      }
      var in = number(match.group(1));
      var confidence =
          match.group(4) == null
              ? OptionalDouble.empty()
              : OptionalDouble.of(number(match.group(4)));
      list.add(
          index, match.group(3), in, in + number(match.group(2)), confidence, Optional.empty());
      index++;
    }
  }

  private static double number(String text) {
    var letters = text.toLowerCase(Locale.ROOT);
    return letters.contains("n") ? Double.NaN : Double.parseDouble(text);
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith(";;");
  }
}
