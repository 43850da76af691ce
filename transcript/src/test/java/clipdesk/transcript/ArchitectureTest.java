package clipdesk.transcript;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floors of the library: which package knows which, from the ground up. */
final class ArchitectureTest {
  private static final String ROOT = "clipdesk.transcript";

  /** A package and all that it knows, each of them on a line above. */
  private static final List<String> FLOORS =
      List.of(
          "refusals:",
          "text: refusals",
          "language: text",
          "script: text",
          "edits:",
          "parse: edits language refusals script text",
          "editlist: refusals",
          "json: refusals",
          "heard: json language refusals text",
          "timing: json refusals",
          "align: heard language script text timing",
          "quote: script timing",
          "cues: language script text timing",
          "revision: align cues edits heard json parse quote refusals script text timing",
          "search: language refusals revision script text");

  private static JavaClasses main;

  @BeforeAll
  static void readClasses() {
    main =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages(ROOT);
  }

  @Test
  void everyPackageKnowsWhatIsListedAndNothingElse() {
    var known = new TreeMap<String, TreeSet<String>>();
    for (var type : main.that(not(simpleName("package-info")))) {
      var from = known.computeIfAbsent(floor(type.getPackageName()), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(target -> target.getBaseComponentType().getPackageName())
          .filter(name -> name.startsWith(ROOT))
          .map(ArchitectureTest::floor)
          .filter(floor -> !floor.equals(floor(type.getPackageName())))
          .forEach(from::add);
    }

    assertThat(known.entrySet().stream().map(it -> line(it.getKey(), it.getValue())))
        .containsExactlyInAnyOrderElementsOf(FLOORS);
  }

  @Test
  void noPackageKnowsOneThatStandsAboveIt() {
    List<String> below = new ArrayList<>();
    for (var line : FLOORS) {
      var name = line.substring(0, line.indexOf(':'));
      var known = Stream.of(line.substring(name.length() + 1).split(" ", -1));

      assertThat(below).as(line).containsAll(known.filter(other -> !other.isEmpty()).toList());

      below.add(name);
    }
  }

  @Test
  void noStoreNoNetworkAndNoFunctionIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "com.amazonaws..",
            "io.micronaut..",
            "java.net..",
            "java.nio.file..")
        .check(main);
  }

  @Test
  void noClockAndNoChanceIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Instant.class, Random.class, Thread.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(main);
  }

  private static String line(String name, TreeSet<String> known) {
    return known.isEmpty() ? name + ":" : name + ": " + String.join(" ", known);
  }

  private static String floor(String packageName) {
    return packageName.equals(ROOT) ? "root" : packageName.substring(ROOT.length() + 1);
  }
}
