package clipdesk.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A function of template.yaml and what its own policy allows.
 *
 * @param context the module that it is made of
 * @param environment names of variables to logical ids or text
 */
record Role(
    String function,
    String handler,
    String context,
    Map<String, Object> environment,
    List<Grant> grants) {

  /** One action on one resource, as named by {@link #logical}. */
  record Grant(String action, String resource) {
    boolean allows(Need need) {
      return glob(action, need.action()) && glob(resource, need.resource());
    }

    private static boolean glob(String pattern, String text) {
      var parts = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).toList();
      return Pattern.matches(String.join(".*", parts), text);
    }

    @Override
    public String toString() {
      return action + " on " + resource;
    }
  }

  /** Every function. */
  static List<Role> all() {
    var roles = new ArrayList<Role>();
    map(template().get("Resources"))
        .forEach(
            (id, resource) -> {
              if ("AWS::Serverless::Function".equals(map(resource).get("Type"))) {
                roles.add(of(id, map(map(resource).get("Properties"))));
              }
            });
    return roles;
  }

  private static Role of(String id, Map<String, Object> function) {
    var zip = (String) function.get("CodeUri");
    var environment = map(map(function.getOrDefault("Environment", Map.of())).get("Variables"));
    return new Role(
        id,
        (String) function.get("Handler"),
        zip.substring(zip.lastIndexOf('/') + 1).replace(".zip", ""),
        environment,
        grants(function));
  }

  private static List<Grant> grants(Map<String, Object> function) {
    var grants = new ArrayList<Grant>();
    for (var policy : list(function.getOrDefault("Policies", List.of()))) {
      for (var statement : list(map(policy).get("Statement"))) {
        for (var action : list(map(statement).get("Action"))) {
          for (var resource : list(map(statement).get("Resource"))) {
            grants.add(new Grant((String) action, logical((String) resource)));
          }
        }
      }
    }
    return grants;
  }

  /**
   * {@code Accounts/index/todo}, {@code masters-bucket/masters/*}: without what is the same in all.
   */
  static String logical(String resource) {
    return resource
        .replaceAll("^arn:.*:s3:::.*-(masters|clips|lists)(?=/|$)", "$1-bucket")
        .replaceAll("^arn:.*:configuration-set/", "")
        .replaceAll("^arn:.*:(transcription-job/).*", "$1*")
        .replaceAll("\\$\\{(\\w+)(\\.Arn)?}", "$1")
        .replaceAll("^(\\w+)\\.Arn$", "$1");
  }

  /** The secrets that it is told of. */
  List<String> secrets() {
    return environment.entrySet().stream()
        .filter(it -> it.getKey().endsWith("_KEY_ARN"))
        .map(it -> (String) it.getValue())
        .toList();
  }

  /** Which of its context's API functions it is, where there are several. */
  Optional<String> api() {
    return environment.entrySet().stream()
        .filter(it -> it.getKey().endsWith("_API"))
        .map(it -> (String) it.getValue())
        .findFirst();
  }

  /** What code that any context uses calls its table is the table that the function is told of. */
  String table(String name) {
    return name.equals("context-table")
        ? environment.entrySet().stream()
            .filter(it -> it.getKey().endsWith("_TABLE"))
            .map(it -> (String) it.getValue())
            .findFirst()
            .orElseThrow()
        : name;
  }

  @Override
  public String toString() {
    return function;
  }

  private static Map<String, Object> template() {
    try {
      return new Yaml(new Intrinsics()).load(Files.readString(Path.of("../../template.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // YAML mappings of the template have text as keys
  private static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> items ? items : List.of(value);
  }

  /** Reads {@code !Ref Accounts} as its argument, and of a choice what holds in production. */
  private static final class Intrinsics extends SafeConstructor {
    Intrinsics() {
      super(new LoaderOptions());
      yamlConstructors.put(
          new Tag("!If"),
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return constructSequence((SequenceNode) node).get(1);
            }
          });
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalStateException("Unknown node " + node);
              };
            }
          });
    }
  }
}
