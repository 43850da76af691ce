package clipdesk.contracts;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.json.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The members of a JSON object, each read as what it has to be. A member that is {@code null} is
 * absent; one that nobody asks for is not looked at.
 */
public final class Members {
  private final Map<?, ?> members;
  private final String path;

  private Members(Map<?, ?> members, String path) {
    this.members = members;
    this.path = path;
  }

  /**
   * @throws MalformedMessageException if the text is not one JSON object
   */
  public static Members read(String text) {
    try {
      return new Members(Json.object(text), "");
    } catch (MalformedJsonException e) {
      throw new MalformedMessageException("", "is not a JSON object");
    }
  }

  /** Of an object that has been read already. */
  public static Members of(Map<String, Object> members) {
    return new Members(members, "");
  }

  /**
   * Requires a form that the reader knows.
   *
   * @throws MalformedMessageException if {@code v} is another number; without {@code v} it is 1
   */
  public void requireVersion(int known) {
    requireVersion("v", known);
  }

  /** As {@link #requireVersion(int)}, for a message that calls it by another name. */
  public void requireVersion(String name, int known) {
    if (optionalNumber(name, 1, Integer.MAX_VALUE).orElse(1) != known) {
      throw malformed(name, "must be %d, which is the form known here".formatted(known));
    }
  }

  public String text(String name) {
    return required(name, optionalText(name));
  }

  /** A text that is not empty. */
  public String filledText(String name) {
    var text = text(name);
    if (text.isEmpty()) {
      throw malformed(name, "must not be empty");
    }
    return text;
  }

  public Optional<String> optionalText(String name) {
    return value(name, String.class, "must be a text");
  }

  /** Requires one text and no other. */
  public void requireText(String name, String only) {
    if (!text(name).equals(only)) {
      throw malformed(name, "must be " + only);
    }
  }

  /** A text, if the member is one: for what nobody needs enough to refuse the message. */
  public Optional<String> anyText(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /**
   * A text of a form.
   *
   * @param rule the form in words, as the end of a sentence: {@code must be …}
   */
  public String text(String name, Pattern form, String rule) {
    var text = text(name);
    if (!form.matcher(text).matches()) {
      throw malformed(name, rule);
    }
    return text;
  }

  /** A whole number within the bounds, both of them included. */
  public long number(String name, long min, long max) {
    return required(name, optionalNumber(name, min, max).stream().boxed().findFirst());
  }

  public OptionalLong optionalNumber(String name, long min, long max) {
    var number = value(name, Number.class, "must be a whole number");
    if (number.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean whole = number.get() instanceof Integer || number.get() instanceof Long;
    long value = number.get().longValue();
    if (!whole || value < min || value > max) {
      throw malformed(name, "must be a whole number from %d to %d".formatted(min, max));
    }
    return OptionalLong.of(value);
  }

  /** An instant in whole seconds since 1970. */
  public Instant second(String name) {
    return Instant.ofEpochSecond(
        number(name, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
  }

  /** An instant as RFC 3339 writes it. */
  public Instant instant(String name) {
    return Rfc3339.instant(text(name))
        .orElseThrow(() -> malformed(name, "must be an instant of RFC 3339"));
  }

  public boolean flag(String name) {
    return required(name, value(name, Boolean.class, "must be true or false"));
  }

  public List<String> texts(String name) {
    return items(name, item -> item instanceof String text ? Optional.of(text) : Optional.empty());
  }

  public List<Members> objects(String name) {
    var objects = new ArrayList<Members>();
    var items =
        items(name, item -> item instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty());
    for (int i = 0; i < items.size(); i++) {
      objects.add(new Members(items.get(i), path(name) + "/" + i + "/"));
    }
    return List.copyOf(objects);
  }

  /** As {@link #objects}; none if it is absent. */
  public List<Members> optionalObjects(String name) {
    return members.get(name) == null ? List.of() : objects(name);
  }

  public Members object(String name) {
    return required(name, optionalObject(name));
  }

  public Optional<Members> optionalObject(String name) {
    return value(name, Map.class, "must be an object").map(it -> new Members(it, path(name) + "/"));
  }

  /** All but these, as they are. */
  public Map<String, Object> without(String... names) {
    var others = new LinkedHashMap<String, Object>();
    members.forEach((name, value) -> others.put((String) name, value));
    others.keySet().removeAll(List.of(names));
    return others;
  }

  /** An object, if the member is one. */
  public Optional<Members> anyObject(String name) {
    return members.get(name) instanceof Map<?, ?> object
        ? Optional.of(new Members(object, path(name) + "/"))
        : Optional.empty();
  }

  /** What this member breaks, for a rule of the message's own. */
  public MalformedMessageException malformed(String name, String rule) {
    return new MalformedMessageException(path(name), rule);
  }

  private <T> List<T> items(String name, Function<Object, Optional<T>> as) {
    var items = new ArrayList<T>();
    for (var item : required(name, value(name, List.class, "must be an array"))) {
      items.add(as.apply(item).orElseThrow(() -> malformed(name, "has an item of a wrong type")));
    }
    return List.copyOf(items);
  }

  private <T> Optional<T> value(String name, Class<T> type, String rule) {
    var value = members.get(name);
    if (value != null && !type.isInstance(value)) {
      throw malformed(name, rule);
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  private <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> malformed(name, "is missing"));
  }

  private String path(String name) {
    return path + name;
  }
}
