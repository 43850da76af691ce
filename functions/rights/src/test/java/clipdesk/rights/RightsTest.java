package clipdesk.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function asks AWS for nothing that its role refuses, and its role allows nothing that it
 * does not ask for. What a function asks is what the code behind its handler asks, in the words of
 * the committed requests: with the index, the prefix and the version. See docs/decisions/0027.
 */
final class RightsTest {
  private static final String API = "clipdesk.common.web.ApiFunction";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("clipdesk");
  private static final List<Asked> ASKED = Asked.all();

  /** Rights that no committed request needs, and why they stay: function, then the right. */
  private static final Map<String, Map<String, String>> KEPT = Map.of();

  static List<Role> functions() {
    return Role.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void roleAllowsWhatTheFunctionAsks(Role role) {
    assertThat(needs(role))
        .filteredOn(need -> role.grants().stream().noneMatch(it -> it.allows(need)))
        .as("refused to " + role)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionAsksWhatItsRoleAllows(Role role) {
    var needs = needs(role);

    assertThat(role.grants())
        .filteredOn(grant -> needs.stream().noneMatch(grant::allows))
        .extracting(Object::toString)
        .as("allowed to " + role + " for nothing")
        .containsExactlyInAnyOrderElementsOf(KEPT.getOrDefault(role.function(), Map.of()).keySet());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyCallBehindTheHandlerIsKnown(Role role) {
    var known =
        asked(role).map(it -> it.adapter() + " " + it.operation()).collect(Collectors.toSet());

    assertThat(reached(role).stream().flatMap(SdkCalls::of).distinct())
        .as("calls that no committed request of a method that is reached shows")
        .isSubsetOf(known);
  }

  private static List<Need> needs(Role role) {
    return asked(role).flatMap(it -> Need.of(it, role).stream()).toList();
  }

  private static Stream<Asked> asked(Role role) {
    var methods =
        reached(role).stream()
            .map(it -> it.getOwner().getSimpleName() + "." + it.getName())
            .collect(Collectors.toSet());
    return ASKED.stream()
        .filter(it -> it.isAskedBy(role.context()))
        .filter(it -> methods.contains(it.toString()));
  }

  private static Set<JavaCodeUnit> reached(Role role) {
    return role.handler().equals(API)
        ? Reach.ofBeans(CODE, role.context(), role.api())
        : Reach.ofHandler(CODE.get(role.handler()));
  }
}
