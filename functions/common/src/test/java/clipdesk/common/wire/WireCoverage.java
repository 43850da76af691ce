package clipdesk.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every call of an SDK client in a module's code stands in a committed file. */
public final class WireCoverage {
  private static final Pattern CLIENT =
      Pattern.compile("software\\.amazon\\.awssdk\\.services\\..*(Client|Presigner)");
  private static final Set<String> NO_REQUEST = Set.of("builder", "close", "create", "serviceName");
  private static final Pattern HEADINGS = Pattern.compile("(?m)^### .*\\n# (\\w+)$");

  private WireCoverage() {}

  /** Checks the main classes below a base package such as {@code clipdesk.media}. */
  public static void check(String basePackage) {
    var missing = new ArrayList<String>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages(basePackage)) {
      var operations = operations(type);
      if (!operations.isEmpty()) {
        operations.removeAll(committed(type));
        operations.forEach(it -> missing.add(type.getSimpleName() + " " + it));
      }
    }
    assertThat(missing).as("calls without a request in src/test/resources/wire").isEmpty();
  }

  private static Set<String> operations(JavaClass type) {
    var operations = new TreeSet<String>();
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
        if (CLIENT.matcher(call.getTargetOwner().getName()).matches()
            && !NO_REQUEST.contains(call.getName())) {
          operations.add(operation(call.getName()));
        }
      }
    }
    return operations;
  }

  /**
   * {@code getObjectAsBytes} and {@code queryPaginator} ask what {@code getObject} and {@code
   * query} do.
   */
  private static String operation(String method) {
    var name = method.replaceAll("(AsBytes|Paginator)$", "").replaceAll("^presign", "");
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static List<String> committed(JavaClass type) {
    var file = Path.of("src/test/resources/wire", type.getSimpleName() + ".http");
    try {
      return Files.exists(file)
          ? HEADINGS.matcher(Files.readString(file)).results().map(it -> it.group(1)).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
