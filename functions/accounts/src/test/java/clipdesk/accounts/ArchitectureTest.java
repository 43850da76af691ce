package clipdesk.accounts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import clipdesk.common.ArchitectureRules;
import clipdesk.common.wire.WireCoverage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void dependenciesPointTheRightWay() {
    ArchitectureRules.check("clipdesk.accounts");
  }

  @Test
  void everyCallOfAwsIsCommitted() {
    WireCoverage.check("clipdesk.accounts");
  }

  /** Members of records are fields, and every record prints all of its own. */
  @Test
  void secretsAreHeldInATypeThatHidesThem() {
    noFields()
        .that()
        .areNotStatic()
        .and()
        .haveNameMatching("(?i).*(password|code|token|secret)")
        .should()
        .haveRawType(String.class)
        .because("a String is printed wherever its holder is; hold a Secret")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("clipdesk.accounts"));
  }
}
