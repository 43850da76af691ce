package clipdesk.accounts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The security list has 25 numbers; a test is found by its own: in its name ({@code t9…}) or, for a
 * whole class, in its {@code @DisplayName} ({@code "T12: …"}).
 */
final class SecurityListTest {
  private static final Pattern NUMBER = Pattern.compile("void t(\\d+)[A-Z_]|\"T(\\d+): ");

  @Test
  void everyNumberHasOneHome() throws IOException {
    var homes = homes();

    assertThat(homes.keySet())
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
    assertThat(homes).allSatisfy((_, files) -> assertThat(files).hasSize(1));
  }

  private static Map<Integer, java.util.Set<String>> homes() throws IOException {
    // What the template grants is no code of this function.
    var template = Path.of("../../journeys/src/test/java/clipdesk/journeys/TemplateTest.java");
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return Stream.concat(files.filter(it -> it.toString().endsWith(".java")), Stream.of(template))
          .filter(it -> !it.endsWith("SecurityListTest.java"))
          .flatMap(
              file -> numbers(file).map(number -> Map.entry(number, file.getFileName().toString())))
          .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }
  }

  private static Stream<Integer> numbers(Path file) {
    try {
      return NUMBER
          .matcher(Files.readString(file))
          .results()
          .map(it -> Integer.parseInt(it.group(1) == null ? it.group(2) : it.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
