package clipdesk.cutter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floors of the cutter: which package knows which, from the ground up. */
final class ArchitectureTest {
  private static final String ROOT = "clipdesk.cutter";

  /** A package and all that it knows, each of them on a line above. */
  private static final List<String> FLOORS =
      List.of(
          "frames:",
          "refusals: frames",
          "io: refusals",
          "h264: refusals",
          "h265: h264 refusals",
          "mp4: io refusals",
          "report: frames io refusals",
          "foreign: mp4 refusals",
          "matroska: foreign io mp4 refusals",
          "plan: frames mp4 refusals",
          "codec: io refusals",
          "edges: codec h264 io mp4 plan refusals report",
          "hevc: codec edges h264 h265 io mp4 plan refusals report",
          "mpeg2: codec edges h264 io mp4 plan refusals report",
          "mxf: h264 io mp4 mpeg2 refusals",
          "transport: foreign h264 h265 io mp4 mpeg2 refusals",
          "index: frames h264 io matroska mp4 mxf plan refusals transport",
          "output: io mp4 report",
          "verify: io mp4 refusals",
          "smart: codec edges frames h264 hevc index io mp4 mpeg2 output plan refusals report"
              + " verify",
          "reencode: codec foreign frames h264 index io mp4 output plan refusals report verify",
          "sound: io mp4 output reencode refusals",
          "preview: codec frames index io mp4 output plan reencode refusals verify",
          "root: codec frames index io mp4 output plan reencode refusals report smart");

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
    for (var type : main) {
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
  void nativeCodeIsSeenWhereItIsUsedOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".codec",
            ROOT + ".edges",
            ROOT + ".hevc",
            ROOT + ".mpeg2",
            ROOT + ".preview",
            ROOT + ".reencode",
            ROOT + ".sound")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(main);
  }

  @Test
  void noStoreAndNoFunctionIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..", "io.micronaut..")
        .check(main);
  }

  private static String line(String name, TreeSet<String> known) {
    return known.isEmpty() ? name + ":" : name + ": " + String.join(" ", known);
  }

  private static String floor(String packageName) {
    return packageName.equals(ROOT) ? "root" : packageName.substring(ROOT.length() + 1);
  }
}
