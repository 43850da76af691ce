package clipdesk.transcript.json;

import clipdesk.transcript.refusals.MalformedInputException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * JSON as maps, lists, strings and numbers. Python writes NaN into JSON, so that is read here, to
 * be refused with the item that has it.
 */
public record JsonTree(Object value) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** One value, or several one after another, as Vosk writes them. */
  public static List<JsonTree> readAll(String json) {
    try (var parser = FACTORY.createParser(json)) {
      var trees = new ArrayList<JsonTree>();
      while (parser.nextToken() != null) {
        trees.add(new JsonTree(value(parser)));
      }
      return trees;
    } catch (IOException e) {
      throw new MalformedInputException("bad-form", "No JSON: " + firstLine(e.getMessage()));
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var members = new HashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        var items = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_STRING -> parser.getText();
      default -> "";
    };
  }

  public Optional<JsonTree> get(String name) {
    return value instanceof Map<?, ?> members
        ? Optional.ofNullable(members.get(name)).map(JsonTree::new)
        : Optional.empty();
  }

  /** The items of a list that is there, in order. */
  public Optional<List<JsonTree>> list(String name) {
    return get(name).flatMap(JsonTree::items);
  }

  public Optional<List<JsonTree>> items() {
    return value instanceof List<?> items
        ? Optional.of(items.stream().map(JsonTree::new).toList())
        : Optional.empty();
  }

  public Optional<String> text(String... names) {
    for (var name : names) {
      var found = get(name).map(JsonTree::value);
      if (found.isPresent() && found.get() instanceof String text && !text.isEmpty()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** A number, written as one or as a string, which Amazon Transcribe does. */
  public OptionalDouble number(String... names) {
    for (var name : names) {
      var found = get(name).map(JsonTree::value).orElse("");
      if (found instanceof Double number) {
        return OptionalDouble.of(number);
      }
      if (found instanceof String text && !text.isEmpty()) {
        return OptionalDouble.of(parse(text));
      }
    }
    return OptionalDouble.empty();
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
