package clipdesk.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.wire.WireCoverage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void commonKnowsNothingOfTheDomain() {
    var imported =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("clipdesk.common");
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "clipdesk.accounts..",
            "clipdesk.media..",
            "clipdesk.clips..",
            "clipdesk.newsletters..",
            "clipdesk.contracts..")
        .check(imported);
  }

  @Test
  void everyCallOfAwsIsCommitted() {
    WireCoverage.check("clipdesk.common");
  }

  @Test
  void testsRunOnTheJavaOfTheFunctions() {
    assertThat(Runtime.version().feature()).isEqualTo(25);
  }
}
