package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * docs/openapi.yaml says what template.yaml and the closed list of problems say; whether the
 * answers are as it says is for {@code bin/contract}.
 */
final class ContractTest {
  private static final Pattern REFERENCE = Pattern.compile("#/components/(\\w+)/(\\w+)");

  /** Wrong methods are no operations, and nothing gives the other one yet. */
  private static final Set<String> OF_NO_ROUTE =
      Set.of("method-not-allowed", "request-in-progress");

  private final String text = read(Path.of("../docs/openapi.yaml"));
  private final Map<String, Object> contract =
      new Yaml(new SafeConstructor(new LoaderOptions())).load(text);

  @Test
  void everyRouteIsInTheContractAndNoOther() {
    assertThat(operations().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Template.ofRepository().routes().stream().map(Template.Route::toString).toList());
  }

  @Test
  void operationsAskForATokenWhereTheGatewayDoes() {
    var operations = operations();
    for (var route : Template.ofRepository().routes()) {
      var security = Template.list(operations.get(route.toString()).get("security"));
      boolean asks = security.contains(Map.of("account", List.of()));

      assertThat(asks).as(route.toString()).isEqualTo(!route.open());
    }
  }

  /** Each code has a schema that holds its status, and an operation that names it. */
  @Test
  void problemsAreThoseOfTheClosedList() {
    var codes = new LinkedHashMap<String, Integer>();
    components("schemas")
        .forEach(
            (name, schema) -> {
              if (name.endsWith("Problem") && !name.equals("Problem")) {
                var members = properties(schema);
                codes.put(
                    (String) Template.map(members.get("code")).get("const"),
                    (Integer) Template.map(members.get("status")).get("const"));
              }
            });

    var closed = new LinkedHashMap<>(ProblemTypes.all());
    closed.keySet().removeAll(OF_NO_ROUTE);
    assertThat(codes).isEqualTo(closed);
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
    var used =
        REFERENCE
            .matcher(text)
            .results()
            .map(found -> found.group(1) + "/" + found.group(2))
            .collect(Collectors.toSet());
    var defined =
        List.of("parameters", "headers", "schemas", "responses").stream()
            .flatMap(kind -> components(kind).keySet().stream().map(name -> kind + "/" + name))
            .toList();

    assertThat(used).containsExactlyInAnyOrderElementsOf(defined);
  }

  /** A parameter that is given twice is refused, whatever it would mean. */
  @Test
  void whatReadsItsQueryMayRefuseIt() {
    operations()
        .forEach(
            (route, operation) -> {
              if (readsQuery(operation)) {
                assertThat(Template.map(operation.get("responses"))).as(route).containsKey("422");
              }
            });
  }

  private boolean readsQuery(Map<String, Object> operation) {
    return Template.list(operation.getOrDefault("parameters", List.of())).stream()
        .map(parameter -> resolved(Template.map(parameter)))
        .anyMatch(parameter -> "query".equals(parameter.get("in")));
  }

  private Map<String, Object> resolved(Map<String, Object> parameter) {
    return parameter.get("$ref") instanceof String reference
        ? Template.map(
            components("parameters").get(reference.substring(reference.lastIndexOf('/') + 1)))
        : parameter;
  }

  /** Method and path to operation. */
  private Map<String, Map<String, Object>> operations() {
    var operations = new LinkedHashMap<String, Map<String, Object>>();
    Template.map(contract.get("paths"))
        .forEach(
            (path, methods) ->
                Template.map(methods)
                    .forEach(
                        (method, operation) ->
                            operations.put(
                                method.toUpperCase() + " " + path, Template.map(operation))));
    return operations;
  }

  private Map<String, Object> components(String kind) {
    return Template.map(Template.map(contract.get("components")).get(kind));
  }

  /** Of the second part of a problem's schema, which is the code's own. */
  private static Map<String, Object> properties(Object schema) {
    var parts = Template.list(Template.map(schema).get("allOf"));
    return Template.map(Template.map(parts.get(1)).get("properties"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
