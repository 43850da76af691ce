package clipdesk.rights;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What code can run behind an entry point, by rapid type analysis (Bacon and Sweeney, 1996): a call
 * of an interface reaches the methods of every class that the code found so far makes, and whoever
 * is made may be called back by a library.
 */
final class Reach {
  private static final String OURS = "clipdesk.";
  private static final Set<String> MADE_BY_THE_FRAMEWORK =
      Set.of(
          "jakarta.inject.Singleton",
          "io.micronaut.context.annotation.Factory",
          "io.micronaut.http.annotation.Controller",
          "io.micronaut.http.annotation.ServerFilter",
          "io.micronaut.http.annotation.Filter");
  private static final Set<String> CALLED_BY_THE_FRAMEWORK =
      Set.of(
          "io.micronaut.context.annotation.Factory",
          "io.micronaut.http.annotation.Controller",
          "io.micronaut.http.annotation.ServerFilter");

  private static final String CONDITION = "io.micronaut.context.annotation.Requires";

  private final Set<JavaCodeUnit> reached = new LinkedHashSet<>();
  private final Set<JavaClass> made = new LinkedHashSet<>();
  private final Set<JavaMethod> called = new LinkedHashSet<>();
  private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

  private Reach() {}

  /** Behind one handler, which is made by its constructor without arguments. */
  static Set<JavaCodeUnit> ofHandler(JavaClass handler) {
    var reach = new Reach();
    reach.make(handler);
    handler.getMethods().stream().filter(Reach::isNoLambda).forEach(reach::reach);
    handler.getConstructors().stream()
        .filter(it -> it.getRawParameterTypes().isEmpty())
        .forEach(reach::reach);
    reach.run();
    return reach.reached;
  }

  /**
   * Behind an API function of a context: whatever Micronaut finds there and calls.
   *
   * @param api which one it is, where the context has several
   */
  static Set<JavaCodeUnit> ofBeans(JavaClasses code, String context, Optional<String> api) {
    var reach = new Reach();
    for (var type : code) {
      boolean inside =
          isOf(type, api)
              && (type.getPackageName().startsWith(OURS + context)
                  || type.getPackageName().startsWith(OURS + "common"));
      if (inside && has(type, MADE_BY_THE_FRAMEWORK)) {
        reach.make(type);
        type.getConstructors().forEach(reach::reach);
      }
      if (inside && has(type, CALLED_BY_THE_FRAMEWORK)) {
        type.getMethods().forEach(reach::reach);
      }
    }
    reach.run();
    return reach.reached;
  }

  /** Of an annotation that stands for a condition about a property, its value must be this one. */
  private static boolean isOf(JavaClass type, Optional<String> api) {
    return type.getAnnotations().stream()
        .flatMap(it -> it.getRawType().getAnnotations().stream())
        .filter(it -> it.getRawType().getName().equals(CONDITION))
        .allMatch(it -> it.get("value").equals(api.map(Object.class::cast)));
  }

  private static boolean has(JavaClass type, Set<String> annotations) {
    return type.getAnnotations().stream()
        .anyMatch(it -> annotations.contains(it.getRawType().getName()));
  }

  private static boolean isNoLambda(JavaMethod method) {
    return !method.getName().startsWith("lambda$");
  }

  private void run() {
    while (!open.isEmpty()) {
      var unit = open.remove();
      unit.getConstructorCallsFromSelf().forEach(it -> make(it.getTargetOwner()));
      unit.getConstructorReferencesFromSelf().forEach(it -> make(it.getTargetOwner()));
      Stream.of(
              unit.getMethodCallsFromSelf(),
              unit.getConstructorCallsFromSelf(),
              unit.getMethodReferencesFromSelf(),
              unit.getConstructorReferencesFromSelf())
          .flatMap(Set::stream)
          .forEach(it -> it.getTarget().resolveMember().ifPresent(this::call));
    }
  }

  private void make(JavaClass type) {
    if (isOurs(type) && made.add(type)) {
      type.getStaticInitializer().ifPresent(this::reach);
      List.copyOf(called).forEach(it -> dispatch(it, type));
      type.getMethods().stream().filter(Reach::isACallBack).forEach(this::reach);
    }
  }

  /** What overrides a method of somebody else's type is called by somebody else. */
  private static boolean isACallBack(JavaMethod method) {
    var owner = method.getOwner();
    var types = new ArrayList<>(owner.getAllRawInterfaces());
    types.addAll(owner.getAllRawSuperclasses());
    return types.stream()
        .filter(it -> !isOurs(it) && !it.getName().equals("java.lang.Object"))
        .anyMatch(
            it ->
                it.getMethods().stream()
                    .anyMatch(
                        theirs ->
                            theirs.getName().equals(method.getName())
                                && theirs.getRawParameterTypes().size()
                                    == method.getRawParameterTypes().size()));
  }

  private void call(JavaCodeUnit target) {
    reach(target);
    if (target instanceof JavaMethod method && isOurs(method.getOwner()) && called.add(method)) {
      List.copyOf(made).forEach(it -> dispatch(method, it));
    }
  }

  private void dispatch(JavaMethod method, JavaClass type) {
    if (!type.isAssignableTo(method.getOwner().getName())) {
      return;
    }
    var owners = new ArrayList<JavaClass>(List.of(type));
    owners.addAll(type.getAllRawSuperclasses());
    owners.stream()
        .flatMap(owner -> owner.getMethods().stream())
        .filter(it -> it.getName().equals(method.getName()))
        .filter(it -> it.getRawParameterTypes().size() == method.getRawParameterTypes().size())
        .filter(it -> isOurs(it.getOwner()))
        .forEach(this::reach);
  }

  private void reach(JavaCodeUnit unit) {
    if (isOurs(unit.getOwner()) && reached.add(unit)) {
      open.add(unit);
    }
  }

  private static boolean isOurs(JavaClass type) {
    return type.getName().startsWith(OURS);
  }
}
