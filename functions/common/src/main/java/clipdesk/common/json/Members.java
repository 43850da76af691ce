package clipdesk.common.json;

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
 * The members of what we have written ourselves, a message or a row of a table, each read as what
 * it has to be. One that is there and of another kind is never taken for absent, {@code null}
 * neither; one that nobody asks for is not looked at.
 *
 * <p>Every method throws {@link UnreadableException}, with the path of the member, if it is not
 * what was asked for, or not there unless it may be absent.
 *
 * <p>Longer than other classes, and one idea: a few lines for each kind of member, and no more.
 */
public final class Members {
  /** Of the year 9999, behind which no instant can be written. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final Map<?, ?> members;
  private final String path;

  private Members(Map<?, ?> members, String path) {
    this.members = members;
    this.path = path;
  }

  /** Of a text that is one JSON object. */
  public static Members read(String text) {
    try {
      return of(Json.object(text));
    } catch (MalformedJsonException e) {
      throw new UnreadableException("", "is not a JSON object");
    }
  }

  /** Of texts, numbers, truths, lists and maps, as {@link Json} gives them. */
  public static Members of(Map<String, Object> members) {
    return new Members(members, "");
  }

  /** Requires a form that the reader knows; without {@code v}, or if that is null, it is 1. */
  public void requireVersion(int known) {
    requireVersion("v", known);
  }

  /** As {@link #requireVersion(int)}, for a message that calls it by another name. */
  public void requireVersion(String name, int known) {
    long version = members.get(name) == null ? 1 : number(name, 1, Integer.MAX_VALUE);
    if (version != known) {
      throw unreadable(name, "must be %d, which is the form known here".formatted(known));
    }
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public String text(String name) {
    return required(name, optionalText(name));
  }

  /** A text that is not empty. */
  public String filledText(String name) {
    var text = text(name);
    require(!text.isEmpty(), name, "must not be empty");
    return text;
  }

  public Optional<String> optionalText(String name) {
    return value(name, String.class, "must be a text");
  }

  /** A text; an empty one was written for none. */
  public Optional<String> textUnlessEmpty(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /** Requires one text and no other. */
  public void requireText(String name, String only) {
    if (!text(name).equals(only)) {
      throw unreadable(name, "must be " + only);
    }
  }

  /** A text, if the member is one: for what nobody needs enough to refuse the whole. */
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
    require(form.matcher(text).matches(), name, rule);
    return text;
  }

  /** A text that stands for something. */
  public <T> T text(String name, Function<String, Optional<T>> meaning) {
    return required(name, optionalText(name, meaning));
  }

  /** As {@link #text(String, Function)}, but it may be absent. */
  public <T> Optional<T> optionalText(String name, Function<String, Optional<T>> meaning) {
    var text = optionalText(name);
    var meant = text.flatMap(meaning);
    require(text.isPresent() == meant.isPresent(), name, "has no meaning here");
    return meant;
  }

  /** A whole number within the bounds, both of them included. */
  public long number(String name, long min, long max) {
    return required(name, optionalNumber(name, min, max).stream().boxed().findFirst());
  }

  /** A whole number from {@code min} on. */
  public long number(String name, long min) {
    return number(name, min, Long.MAX_VALUE);
  }

  public OptionalLong optionalNumber(String name, long min, long max) {
    var number = value(name, Number.class, "must be a whole number");
    if (number.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean whole = number.get() instanceof Integer || number.get() instanceof Long;
    long value = number.get().longValue();
    if (!whole || value < min || value > max) {
      throw unreadable(name, "must be a whole number from %d to %d".formatted(min, max));
    }
    return OptionalLong.of(value);
  }

  /** An instant in whole seconds since 1970, none of them before it. */
  public Instant second(String name) {
    return required(name, optionalSecond(name));
  }

  public Optional<Instant> optionalSecond(String name) {
    return optionalNumber(name, 0, LAST_SECOND).stream()
        .mapToObj(Instant::ofEpochSecond)
        .findFirst();
  }

  /** An instant as RFC 3339 writes it. */
  public Instant instant(String name) {
    return required(name, optionalInstant(name));
  }

  public Optional<Instant> optionalInstant(String name) {
    var text = optionalText(name);
    var instant = text.flatMap(Rfc3339::instant);
    require(text.isPresent() == instant.isPresent(), name, "must be an instant of RFC 3339");
    return instant;
  }

  public boolean flag(String name) {
    return required(name, optionalFlag(name));
  }

  public Optional<Boolean> optionalFlag(String name) {
    return value(name, Boolean.class, "must be true or false");
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
    return has(name) ? objects(name) : List.of();
  }

  public Members object(String name) {
    return required(name, optionalObject(name));
  }

  public Optional<Members> optionalObject(String name) {
    return value(name, Map.class, "must be an object").map(it -> new Members(it, path(name) + "/"));
  }

  /** An object, if the member is one. */
  public Optional<Members> anyObject(String name) {
    return members.get(name) instanceof Map<?, ?> object
        ? Optional.of(new Members(object, path(name) + "/"))
        : Optional.empty();
  }

  /** All of them as they are, read or not. */
  public Map<String, Object> all() {
    var all = new LinkedHashMap<String, Object>();
    members.forEach((name, value) -> all.put((String) name, value));
    return all;
  }

  /** All but these, as they are. */
  public Map<String, Object> without(String... names) {
    var others = all();
    others.keySet().removeAll(List.of(names));
    return others;
  }

  /**
   * What to throw where a member breaks a rule of the reader's own.
   *
   * @param rule as the end of a sentence about the member
   */
  public UnreadableException unreadable(String name, String rule) {
    return new UnreadableException(path(name), rule);
  }

  private void require(boolean holds, String name, String rule) {
    if (!holds) {
      throw unreadable(name, rule);
    }
  }

  private <T> List<T> items(String name, Function<Object, Optional<T>> as) {
    var items = new ArrayList<T>();
    for (var item : required(name, value(name, List.class, "must be an array"))) {
      var read = as.apply(item);
      require(read.isPresent(), name, "has an item of a wrong type");
      items.add(read.get());
    }
    return List.copyOf(items);
  }

  private <T> Optional<T> value(String name, Class<T> type, String rule) {
    var value = members.get(name);
    require(!has(name) || type.isInstance(value), name, rule);
    return Optional.ofNullable(value).map(type::cast);
  }

  private <T> T required(String name, Optional<T> value) {
    require(value.isPresent(), name, "is missing");
    return value.get();
  }

  private String path(String name) {
    return path + name;
  }
}
