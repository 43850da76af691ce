package clipdesk.contracts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.ArchitectureRules;
import clipdesk.common.localisation.Language;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchitectureTest {
  @Test
  void dependenciesPointTheRightWay() {
    ArchitectureRules.check("clipdesk.contracts");
  }

  @Test
  void messagesNeedTheJdkAndOfCommonJsonDigestsAndTheLanguagesAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "clipdesk.contracts..",
                    "clipdesk.common.json",
                    "clipdesk.common.digests")
                .or(equivalentTo(Language.class)))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("clipdesk.contracts"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "software.amazon.awssdk.core.SdkClient",
        "com.amazonaws.services.lambda.runtime.Context",
        "io.micronaut.http.HttpRequest"
      })
  void neitherAwsNorHttpNorTheFrameworkIsOnTheClassPath(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
