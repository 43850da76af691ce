package clipdesk.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The closed list of problem types, read from where it is kept. */
final class ProblemTypes {
  private static final Path LIST =
      Path.of("../functions/common/src/main/java/clipdesk/common/problem/ProblemType.java");
  private static final Pattern TYPE = Pattern.compile("\\(\"([a-z-]+)\", (\\d{3})\\)");

  private ProblemTypes() {}

  /** Code to status. */
  static Map<String, Integer> all() {
    try {
      return TYPE.matcher(Files.readString(LIST))
          .results()
          .collect(
              Collectors.toMap(found -> found.group(1), found -> Integer.valueOf(status(found))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String status(MatchResult found) {
    return found.group(2);
  }
}
