package clipdesk.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Strict JSON (RFC 8259) to and from maps, lists, strings, numbers and booleans: no duplicate
 * member, no nesting deeper than 16.
 */
public final class Json {
  /** Of objects and arrays within each other, the outermost counted. */
  static final int MAX_DEPTH = 16;

  private static final int MAX_NUMBER_DIGITS = 64;

  private static final JsonFactory FACTORY = factory(MAX_DEPTH);

  /** To look through a text without building anything of it. */
  private static final JsonFactory BOTTOMLESS = factory(Integer.MAX_VALUE);

  private static final JSON STRICT = JSON.builder(FACTORY).build();

  private Json() {}

  /** RFC 3339, UTC, always with milliseconds, so that later instants are greater texts. */
  public static String instant(Instant instant) {
    return Rfc3339.text(instant);
  }

  /**
   * @throws MalformedJsonException if the text is not one JSON object, or if a text in it, name or
   *     value, has half of a surrogate pair (RFC 8259, 8.2), which nothing behind us could store
   */
  public static Map<String, Object> object(String text) {
    var object = envelope(text);
    if (!wellFormed(object)) {
      throw new MalformedJsonException(new IllegalArgumentException("Half of a surrogate pair"));
    }
    return object;
  }

  /**
   * As {@link #object}, but halves of surrogate pairs pass: for an event around a request, whose
   * sender gets an answer whatever is in it.
   *
   * @throws MalformedJsonException if the text is not one JSON object
   * @throws DeepJsonException if it is one, and nests too deep
   */
  public static Map<String, Object> envelope(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "Not an object");
      }
      Map<String, Object> object = STRICT.mapFrom(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "More than one value");
      }
      return object;
    } catch (StreamConstraintsException e) {
      throw isOneValue(text) ? new DeepJsonException(e) : new MalformedJsonException(e);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new MalformedJsonException(e);
    }
  }

  /** Whether nothing but its depth is wrong with a text. */
  private static boolean isOneValue(String text) {
    try (JsonParser parser = BOTTOMLESS.createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static JsonFactory factory(int maxDepth) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxNumberLength(MAX_NUMBER_DIGITS)
                .build())
        .build();
  }

  private static boolean wellFormed(Object value) {
    return switch (value) {
      case String text -> UnicodeText.wellFormed(text);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .allMatch(member -> wellFormed(member.getKey()) && wellFormed(member.getValue()));
      case List<?> items -> items.stream().allMatch(Json::wellFormed);
      case null, default -> true;
    };
  }

  /** Writes maps, lists, strings, numbers and booleans; other values by their {@code toString}. */
  public static String text(Object value) {
    try {
      return STRICT.asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON", e);
    }
  }
}
