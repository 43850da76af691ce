package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No line of a mail or a page begins with a sign, nor ends with «. The pages of web/ have their own
 * check.
 */
final class FrenchTextsTest {
  private static final Path FUNCTIONS = Path.of("..", "functions");

  /** A thin no-break space before ; ! ? and inside « », a no-break space before a colon. */
  private static final Pattern LOOSE =
      Pattern.compile("[^\u202f\\s][;!?»]|[ \u00a0][;!?»]|«[^\u202f]|[^\u00a0\\d/]:(?!//)");

  @Test
  void signsStayWithTheirWords() throws IOException {
    try (var files = Files.walk(FUNCTIONS)) {
      var texts =
          files
              .filter(it -> it.toString().contains("src/main/resources"))
              .filter(it -> it.toString().endsWith("_fr.properties"))
              .flatMap(FrenchTextsTest::texts)
              .toList();

      assertThat(texts).hasSizeGreaterThan(100).noneMatch(it -> LOOSE.matcher(it).find());
    }
  }

  private static Stream<String> texts(Path file) {
    var texts = new Properties();
    try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(texts.values()).stream().map(String::valueOf);
  }
}
