package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md leaves no requirement and no threat out and names no test that is not there. */
final class SecurityDocTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| [^|]+ \\| ([^|]+) \\| (.+) \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

  /** Sections of ASVS 5.0.0 and how many requirements of levels 1 and 2 each begins with. */
  private static final Map<String, Integer> SECTIONS =
      Map.ofEntries(
          Map.entry("6.1", 3),
          Map.entry("6.2", 12),
          Map.entry("6.3", 4),
          Map.entry("6.4", 4),
          Map.entry("6.5", 5),
          Map.entry("6.6", 3),
          Map.entry("6.8", 4),
          Map.entry("7.1", 3),
          Map.entry("7.2", 4),
          Map.entry("7.3", 2),
          Map.entry("7.4", 5),
          Map.entry("7.5", 2),
          Map.entry("7.6", 2),
          Map.entry("16.1", 1),
          Map.entry("16.2", 5),
          Map.entry("16.3", 4),
          Map.entry("16.4", 3),
          Map.entry("16.5", 3));

  private final String text = read(REPOSITORY.resolve("docs/security.md"));
  private final Map<String, Row> rows = rows(text);

  private record Row(String verdict, String evidence) {}

  @Test
  void everyRequirementOfLevelsOneAndTwoHasItsLine() {
    var required =
        SECTIONS.entrySet().stream()
            .flatMap(
                section ->
                    IntStream.rangeClosed(1, section.getValue())
                        .mapToObj(number -> section.getKey() + "." + number))
            .toList();

    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(required);
  }

  @Test
  void whatIsMetNamesItsTestOrItsSection() {
    rows.forEach(
        (id, row) -> {
          assertThat(row.verdict()).as(id).isIn("met", "in part", "not met", "does not apply");
          if (row.verdict().equals("met")) {
            assertThat(TEST.matcher(row.evidence()).find() || row.evidence().contains("](#"))
                .as("a test or a section for %s", id)
                .isTrue();
          }
        });
  }

  @Test
  void everyThreatNamesItsTests() {
    var threats = section("Threats").lines().filter(line -> line.startsWith("| ")).skip(2).toList();

    assertThat(threats).hasSizeGreaterThan(15).allMatch(line -> TEST.matcher(line).find());
  }

  @Test
  void twoRequirementsThatTheAskedRulesBreakAreSaid() {
    assertThat(rows.get("6.2.5").verdict()).isEqualTo("not met");
    assertThat(rows.get("6.5.5").verdict()).isEqualTo("not met");
  }

  @Test
  void everyNamedTestExists() throws IOException {
    var sources = testSources();
    var named = TEST.matcher(text).results().map(found -> found.group()).distinct().toList();

    assertThat(named).hasSizeGreaterThan(30).allMatch(name -> exists(name, sources));
  }

  @Test
  void everySectionThatIsLinkedExists() {
    var links = Pattern.compile("\\]\\(#([a-z-]+)\\)").matcher(text).results();
    var titles =
        text.lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).toLowerCase().replace(' ', '-'))
            .toList();

    assertThat(links.map(link -> link.group(1)).distinct()).isSubsetOf(titles);
  }

  private String section(String title) {
    int from = text.indexOf("\n## " + title + "\n") + 1;
    return text.substring(from, text.indexOf("\n## ", from));
  }

  private static boolean exists(String name, Map<String, String> sources) {
    var parts = TEST.matcher(name);
    return parts.matches()
        && sources.getOrDefault(parts.group(1), "").contains(" " + parts.group(2) + "(");
  }

  /**
   * Class name to text; classes of one name, which ArchitectureTest has in every module, add up.
   */
  private static Map<String, String> testSources() throws IOException {
    var sources = new TreeMap<String, String>();
    try (var functions = Files.list(REPOSITORY.resolve("functions"))) {
      for (var module :
          Stream.concat(functions, Stream.of(REPOSITORY.resolve("journeys"))).toList()) {
        var tests = module.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
          try (var files = Files.walk(tests)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(
                    file ->
                        sources.merge(
                            file.getFileName().toString().replace(".java", ""),
                            read(file),
                            String::concat));
          }
        }
      }
    }
    return sources;
  }

  private static Map<String, Row> rows(String text) {
    var rows = new TreeMap<String, Row>();
    text.lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(
            row -> {
              var before = rows.put(row.group(1), new Row(row.group(2), row.group(3)));
              assertThat(before).as("another line of " + row.group(1)).isNull();
            });
    return rows;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
