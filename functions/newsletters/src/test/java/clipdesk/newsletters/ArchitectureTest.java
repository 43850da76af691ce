package clipdesk.newsletters;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.ArchitectureRules;
import clipdesk.common.wire.WireCoverage;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final String CONTEXT = "clipdesk.newsletters";

  /** What comes in from AWS, what goes out to it, and what people read. */
  private static final Pattern EDGE =
      Pattern.compile("\\w+(Handler|Mail|Mails|Letter)|(Dynamo|S3|Ses|Sqs)[A-Z]\\w*");

  @Test
  void dependenciesPointTheRightWay() {
    ArchitectureRules.check(CONTEXT);
  }

  @Test
  void everyCallOfAwsIsCommitted() {
    WireCoverage.check(CONTEXT);
  }

  @Test
  void whateverIsAtTheEdgeIsMadeByATest() {
    var importer = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeJars());
    var all = importer.importPackages(CONTEXT);
    var tests = importer.withImportOption(Predefined.ONLY_INCLUDE_TESTS).importPackages(CONTEXT);

    var edge =
        all.stream()
            .filter(it -> it.isTopLevelClass() && !it.isInterface() && !tests.contain(it.getName()))
            .filter(it -> EDGE.matcher(it.getSimpleName()).matches())
            .filter(it -> it.getConstructors().stream().anyMatch(ArchitectureTest::isOpen))
            .toList();

    assertThat(edge).filteredOn(ArchitectureTest::isHandler).isNotEmpty();
    assertThat(edge)
        .allSatisfy(
            it ->
                assertThat(it.getConstructorCallsToSelf())
                    .as(it.getName())
                    .extracting(call -> call.getOriginOwner())
                    .anyMatch(maker -> tests.contain(maker.getName()) || isWhole(maker, edge)));
  }

  /** What a class at the edge is made of, it is tested with; a handler only wires. */
  private static boolean isWhole(JavaClass maker, List<JavaClass> edge) {
    return edge.contains(maker) && !isHandler(maker);
  }

  private static boolean isHandler(JavaClass type) {
    return type.isAssignableTo(RequestStreamHandler.class);
  }

  private static boolean isOpen(JavaConstructor constructor) {
    return !constructor.getModifiers().contains(JavaModifier.PRIVATE);
  }
}
