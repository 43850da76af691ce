package clipdesk.transcript.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lists of words that stand beside this class as files: one entry a line, # begins a comment. */
final class Lists {
  private Lists() {}

  static Set<String> read(String name) {
    try (var in = Lists.class.getResourceAsStream(name)) {
      var entries = new LinkedHashSet<String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(entries::add);
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
