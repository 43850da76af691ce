package clipdesk.rights;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Calls of AWS in code, as {@code DynamoTickets PutItem}. */
final class SdkCalls {
  private static final Pattern CLIENT =
      Pattern.compile("software\\.amazon\\.awssdk\\.services\\..*(Client|Presigner)");
  private static final Set<String> NO_REQUEST = Set.of("builder", "close", "create", "serviceName");

  private SdkCalls() {}

  static Stream<String> of(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .filter(it -> CLIENT.matcher(it.getTargetOwner().getName()).matches())
        .filter(it -> !NO_REQUEST.contains(it.getName()))
        .map(it -> unit.getOwner().getSimpleName() + " " + operation(it.getName()));
  }

  /** {@code queryPaginator} asks what {@code query} does. */
  private static String operation(String method) {
    var name = method.replaceAll("(AsBytes|Paginator)$", "").replaceAll("^presign", "");
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
