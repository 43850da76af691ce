package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/architecture.md names no class, package or file that is not there, and leaves no room out.
 */
final class ArchitectureDocTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final List<String> MODULES = List.of("functions", "cutter", "transcript");
  private static final Pattern NAME = Pattern.compile("`(clipdesk(?:\\.\\w+)+)`");
  private static final Pattern FILE =
      Pattern.compile("`(?!clipdesk\\.)((?:[\\w.-]+/)+[\\w.-]*|[\\w-]+\\.\\w+)`");
  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\| `[\\w/]+` \\| `(clipdesk\\.\\w+)` \\| ([^|]+) \\|$");
  private static final Pattern WALK =
      Pattern.compile("(?sm)^### ([^\\n]+)\\n\\n(?:(?!\\n###? ).)*");

  private final String text = Files.readString(REPOSITORY.resolve("docs/architecture.md"));
  private final Set<String> classes = classes();

  ArchitectureDocTest() throws IOException {}

  @Test
  void everyNamedClassOrPackageExists() {
    var known = new TreeSet<>(classes);
    packages().forEach(name -> known.addAll(List.of(name, name.replaceFirst("\\.\\w+$", ""))));
    var named = NAME.matcher(text).results().map(found -> found.group(1)).distinct().toList();

    assertThat(named).hasSizeGreaterThan(40);
    assertThat(known).containsAll(named);
  }

  @Test
  void everyNamedFileExists() {
    var named = FILE.matcher(text).results().map(found -> found.group(1)).distinct().toList();

    assertThat(named)
        .hasSizeGreaterThan(10)
        .allMatch(file -> Files.exists(REPOSITORY.resolve(file)), "is there");
  }

  @Test
  void everyPackageStandsBehindItsModule() {
    var rows = MODULE.matcher(text).results().toList();
    var described = new TreeSet<String>();
    for (var row : rows) {
      described.add(row.group(1));
      for (var name : row.group(2).split(", ", -1)) {
        described.add(row.group(1) + "." + name);
      }
    }
    described.removeIf(name -> name.endsWith(".–"));

    assertThat(packages()).isSubsetOf(described);
    assertThat(described)
        .filteredOn(name -> name.split("\\.").length > 2)
        .containsExactlyElementsOf(below());
  }

  @Test
  void nineFlowsAreWalkedAndEachStepIsOneClass() {
    var walks = WALK.matcher(text).results().toList();

    assertThat(walks).hasSize(9);
    assertThat(walks)
        .allSatisfy(
            walk -> {
              var steps = walk.group().lines().filter(line -> line.matches("\\d+\\. .*")).toList();
              assertThat(steps).as(walk.group(1)).hasSizeBetween(3, 8);
              assertThat(steps)
                  .allMatch(
                      step -> classes.contains(step.replaceFirst("\\d+\\. `([^`]+)`.*", "$1")));
            });
  }

  private List<String> below() {
    return packages().stream().filter(name -> name.split("\\.").length > 2).toList();
  }

  /** Those that hold a class and not only other packages. */
  private Set<String> packages() {
    return classes.stream()
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> classes() throws IOException {
    var found = new TreeSet<String>();
    for (var module : MODULES) {
      try (var files = Files.walk(REPOSITORY.resolve(module))) {
        files
            .map(Path::toString)
            .filter(file -> file.contains("/src/main/java/") && file.endsWith(".java"))
            .filter(file -> !file.endsWith("/package-info.java"))
            .map(file -> file.replaceFirst(".*/src/main/java/", "").replace(".java", ""))
            .map(file -> file.replace('/', '.'))
            .forEach(found::add);
      }
    }
    return found;
  }
}
