package clipdesk.common.json;

import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The JSON object of a request, read member by member. Broken rules are collected; {@link #finish}
 * throws them all at once, together with every member that nobody asked for. Until then a broken
 * member reads as absent, or as an empty value where it is required.
 *
 * <p>Text comes back in Unicode NFC; nothing is trimmed. Of a required member that is refused comes
 * something empty, so that reading goes on to the next; {@link #finish} lets nobody use it.
 *
 * <p>Longer than other classes, and one idea: what was read, what was refused and what nobody asked
 * for are one state, which every kind of member needs.
 */
public final class RequestBody {
  private static final int MAX_ARRAY = 500;

  /** The pointer to the whole document (RFC 6901, 5). */
  private static final String WHOLE = "";

  /** So that no answer is much longer than what was sent. */
  private static final int MAX_ERRORS = 100;

  private final Map<String, Object> members;
  private final String path;
  private final List<FieldError> errors;
  private final List<RequestBody> children = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  private RequestBody(Map<String, Object> members, String path, List<FieldError> errors) {
    this.members = members;
    this.path = path;
    this.errors = errors;
  }

  /**
   * @throws ProblemException {@code bad-request} if the text is not one JSON object; {@code
   *     validation} if it is one, and nests deeper than 16
   */
  public static RequestBody parse(String text) {
    try {
      return new RequestBody(Json.object(text), "", new ArrayList<>());
    } catch (DeepJsonException e) {
      throw ProblemException.invalid(
          WHOLE, "wrong-size", "Must not nest deeper than " + Json.MAX_DEPTH);
    } catch (MalformedJsonException e) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "The body is not a JSON object");
    }
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  /** Whether a merge patch (RFC 7396) takes this member away: it is there, and null. */
  public boolean cleared(String name) {
    return members.containsKey(name) && members.get(name) == null;
  }

  /**
   * A required text of {@code min} to {@code max} characters (code points) without control
   * characters; with a minimum, one of them at least can be seen.
   */
  public String text(String name, int min, int max) {
    return require(name, optionalText(name, min, max)).orElse("");
  }

  /** As {@link #text}, but it may be absent. */
  public Optional<String> optionalText(String name, int min, int max) {
    return textOf(name, new TextRule(min, max, /* lines= */ false));
  }

  /** As {@link #text}, and it may have line feeds. */
  public String lines(String name, int min, int max) {
    return require(name, textOf(name, new TextRule(min, max, /* lines= */ true))).orElse("");
  }

  /** A required text taken exactly as sent, such as a password: no normalisation, no bounds. */
  public String verbatim(String name) {
    return require(name, value(name, String.class)).orElse("");
  }

  /** An optional text taken exactly as sent. */
  public Optional<String> optionalVerbatim(String name) {
    return value(name, String.class);
  }

  /** An optional whole number within the bounds. A fraction is a {@code wrong-type}. */
  public OptionalLong number(String name, long min, long max) {
    var number = wholeNumber(name);
    if (number.isPresent() && (number.getAsLong() < min || number.getAsLong() > max)) {
      refuse(name, "out-of-range", "Must be from %d to %d".formatted(min, max));
      return OptionalLong.empty();
    }
    return number;
  }

  /** A required array of 1 to {@code max} distinct texts, each of up to {@code maxLength}. */
  public List<String> texts(String name, int max, int maxLength) {
    return require(name, optionalTexts(name, max, maxLength)).orElse(List.of());
  }

  public Optional<List<String>> optionalTexts(String name, int max, int maxLength) {
    return array(name, max)
        .map(
            items -> {
              var rule = new TextRule(1, maxLength, /* lines= */ false);
              var texts = new LinkedHashSet<String>();
              for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof String text && rule.broken(nfc(text)).isEmpty()) {
                  texts.add(nfc(text));
                } else {
                  refuse(name + "/" + i, "wrong-type", "Must be a short text");
                }
              }
              return List.copyOf(texts);
            });
  }

  /** A required array of 1 to {@code max} objects. */
  public List<RequestBody> objects(String name, int max) {
    var items = require(name, array(name, max)).orElse(List.of());
    var objects = new ArrayList<RequestBody>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Map<?, ?> map) {
        objects.add(child(name + "/" + i, map));
      } else {
        refuse(name + "/" + i, "wrong-type", "Must be an object");
      }
    }
    return List.copyOf(objects);
  }

  /** An optional array of up to {@code max} objects; absent reads as empty. */
  public List<RequestBody> optionalObjects(String name, int max) {
    boolean absentOrEmpty =
        members.get(name) instanceof List<?> items ? items.isEmpty() : !has(name);
    if (absentOrEmpty) {
      read.add(name);
      return List.of();
    }
    return objects(name, max);
  }

  /** A required truth. */
  public boolean flag(String name) {
    return require(name, optionalFlag(name)).orElse(false);
  }

  public Optional<Boolean> optionalFlag(String name) {
    return value(name, Boolean.class);
  }

  /** A required object; an empty one if it is missing. */
  public RequestBody object(String name) {
    return require(name, optionalObject(name)).orElseGet(() -> child(name, Map.of()));
  }

  public Optional<RequestBody> optionalObject(String name) {
    return value(name, Map.class).map(map -> child(name, map));
  }

  /** Records a broken rule of the domain about one member. */
  public void refuse(String name, String code, String detail) {
    errors.add(new FieldError(pointer(name), code, detail));
  }

  /** Where a member stands, as a JSON Pointer (RFC 6901). */
  public String pointer(String name) {
    return path + "/" + name;
  }

  /** Whether this member, or anything below it, has broken a rule so far. */
  public boolean refused(String name) {
    var pointer = pointer(name);
    return errors.stream()
        .anyMatch(e -> e.pointer().equals(pointer) || e.pointer().startsWith(pointer + "/"));
  }

  /**
   * @throws ProblemException {@code validation} with every broken rule and every unknown member, or
   *     the first hundred of them
   */
  public void finish() {
    refuseUnknown();
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors.stream().limit(MAX_ERRORS).toList());
    }
  }

  private void refuseUnknown() {
    for (var name : members.keySet()) {
      if (!read.contains(name)) {
        refuse(
            name.replace("~", "~0").replace("/", "~1"), "unknown-field", "No such member exists");
      }
    }
    children.forEach(RequestBody::refuseUnknown);
  }

  private RequestBody child(String name, Map<?, ?> map) {
    @SuppressWarnings("unchecked") // JSON objects have text as keys
    var child = new RequestBody((Map<String, Object>) map, pointer(name), errors);
    children.add(child);
    return child;
  }

  private Optional<String> textOf(String name, TextRule rule) {
    return value(name, String.class)
        .map(RequestBody::nfc)
        .filter(
            text -> {
              var broken = rule.broken(text);
              broken.ifPresent(code -> refuse(name, code, rule.inWords()));
              return broken.isEmpty();
            });
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private OptionalLong wholeNumber(String name) {
    var number = value(name, Number.class);
    if (number.isEmpty()) {
      return OptionalLong.empty();
    }
    if (number.get() instanceof Integer || number.get() instanceof Long) {
      return OptionalLong.of(number.get().longValue());
    }
    refuse(name, "wrong-type", "Must be a whole number");
    return OptionalLong.empty();
  }

  private Optional<List<?>> array(String name, int max) {
    return value(name, List.class)
        .<List<?>>map(items -> items)
        .filter(
            items -> {
              boolean fits = !items.isEmpty() && items.size() <= Math.min(max, MAX_ARRAY);
              if (!fits) {
                refuse(name, "wrong-size", "Must have 1 to %d items".formatted(max));
              }
              return fits;
            });
  }

  private <T> Optional<T> value(String name, Class<T> type) {
    read.add(name);
    var value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      refuse(name, "wrong-type", "Must be " + nameOf(type));
      return Optional.empty();
    }
    return Optional.of(type.cast(value));
  }

  private <T> Optional<T> require(String name, Optional<T> value) {
    if (members.get(name) == null) {
      refuse(name, "missing", "Is required");
    }
    return value;
  }

  private static String nameOf(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    if (type == Number.class) {
      return "a number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return type == List.class ? "an array" : "an object";
  }
}
