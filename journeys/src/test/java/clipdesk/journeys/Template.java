package clipdesk.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * template.yaml as data; an intrinsic such as {@code !Ref Api} reads as the text of its argument.
 */
final class Template {
  private final Map<String, Object> document;

  private Template(Map<String, Object> document) {
    this.document = document;
  }

  static Template ofRepository() {
    try {
      var text = Files.readString(Path.of("../template.yaml"));
      return new Template(new Yaml(new Intrinsics()).load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Logical id to resource, of one type. */
  Map<String, Map<String, Object>> resources(String type) {
    var found = new LinkedHashMap<String, Map<String, Object>>();
    map(document.get("Resources"))
        .forEach(
            (id, resource) -> {
              if (type.equals(map(resource).get("Type"))) {
                found.put(id, map(map(resource).get("Properties")));
              }
            });
    return found;
  }

  /** Every route of the contract, which has its methods one by one. */
  List<Route> routes() {
    return events().stream().filter(route -> !route.method().equals("ANY")).toList();
  }

  /** The routes that catch whatever method a path does not have. */
  List<Route> catches() {
    return events().stream().filter(route -> route.method().equals("ANY")).toList();
  }

  private List<Route> events() {
    var routes = new ArrayList<Route>();
    resources("AWS::Serverless::Function")
        .forEach(
            (function, properties) ->
                map(properties.getOrDefault("Events", Map.of()))
                    .forEach(
                        (id, event) -> {
                          if ("Api".equals(map(event).get("Type"))) {
                            routes.add(route(function, id, map(map(event).get("Properties"))));
                          }
                        }));
    return routes;
  }

  private static Route route(String function, String id, Map<String, Object> properties) {
    var auth = map(properties.getOrDefault("Auth", Map.of()));
    return new Route(
        function,
        id,
        String.valueOf(properties.get("Method")).toUpperCase(),
        String.valueOf(properties.get("Path")),
        "NONE".equals(auth.get("Authorizer")));
  }

  /** The IAM actions of a function's own policy. */
  static List<String> actions(Map<String, Object> function) {
    var actions = new ArrayList<String>();
    for (var statement : statements(function)) {
      list(statement.get("Action")).forEach(action -> actions.add(String.valueOf(action)));
    }
    return actions;
  }

  /** The statements of a function's own policy. */
  static List<Map<String, Object>> statements(Map<String, Object> function) {
    var statements = new ArrayList<Map<String, Object>>();
    for (var policy : list(function.getOrDefault("Policies", List.of()))) {
      list(map(policy).get("Statement")).forEach(statement -> statements.add(map(statement)));
    }
    return statements;
  }

  Map<String, Object> globals() {
    return map(map(document.get("Globals")).get("Function"));
  }

  @SuppressWarnings("unchecked") // YAML mappings of the template have text as keys
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  static List<?> list(Object value) {
    return value instanceof List<?> items ? items : List.of(value);
  }

  /**
   * A route of the API.
   *
   * @param function the logical id of the function that serves it
   * @param event its own name among the events of that function
   * @param open whether the gateway asks no authorizer about it
   */
  record Route(String function, String event, String method, String path, boolean open) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static final class Intrinsics extends SafeConstructor {
    Intrinsics() {
      super(new LoaderOptions());
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
