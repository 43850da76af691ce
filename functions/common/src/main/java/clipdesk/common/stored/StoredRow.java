package clipdesk.common.stored;

import clipdesk.common.json.Json;
import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.json.Rfc3339;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A row or an object of a store, read member by member. A member that is there and of another kind
 * than expected is never taken for absent, null neither.
 *
 * <p>Every method throws {@link UnreadableException}, with the path of the member, if it is not
 * what was asked for, or not there unless it may be absent.
 */
public final class StoredRow {
  private final Map<String, Object> members;
  private final String path;

  private StoredRow(Map<String, Object> members, String path) {
    this.members = members;
    this.path = path;
  }

  /** Of texts, numbers, truths, lists and maps, as {@link Json} gives them. */
  public static StoredRow of(Map<String, Object> members) {
    return new StoredRow(members, "");
  }

  public static StoredRow ofJson(String text) {
    try {
      return of(Json.object(text));
    } catch (MalformedJsonException e) {
      throw new UnreadableException("JSON");
    }
  }

  /** All of them as they are, read or not. */
  public Map<String, Object> members() {
    return members;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public String text(String name) {
    return value(name, String.class);
  }

  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A text that stands for something. */
  public <T> T text(String name, Function<String, Optional<T>> meaning) {
    return meaning.apply(text(name)).orElseThrow(() -> unreadable(name));
  }

  /** As {@link #text(String, Function)}, but it may be absent. */
  public <T> Optional<T> optionalText(String name, Function<String, Optional<T>> meaning) {
    return has(name) ? Optional.of(text(name, meaning)) : Optional.empty();
  }

  /** As RFC 3339 writes it, in the years 0001 to 9999. */
  public Instant instant(String name) {
    return text(name, Rfc3339::instant);
  }

  public Optional<Instant> optionalInstant(String name) {
    return optionalText(name, Rfc3339::instant);
  }

  /** A whole number from {@code min} to {@code max}. */
  public long number(String name, long min, long max) {
    Number number = value(name, Number.class);
    boolean whole = number instanceof Integer || number instanceof Long;
    require(whole && number.longValue() >= min && number.longValue() <= max, name);
    return number.longValue();
  }

  /** A whole number from {@code min} on. */
  public long number(String name, long min) {
    return number(name, min, Long.MAX_VALUE);
  }

  public OptionalLong optionalNumber(String name, long min) {
    return has(name) ? OptionalLong.of(number(name, min)) : OptionalLong.empty();
  }

  public boolean flag(String name) {
    return value(name, Boolean.class);
  }

  public StoredRow object(String name) {
    return child(name, value(name, Map.class));
  }

  public Optional<StoredRow> optionalObject(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  public List<StoredRow> objects(String name) {
    return items(name, Map.class).stream().map(it -> child(name, it)).toList();
  }

  public List<String> texts(String name) {
    return items(name, String.class);
  }

  /** Says that a member breaks a rule of whoever reads it. */
  public void require(boolean holds, String name) {
    if (!holds) {
      throw unreadable(name);
    }
  }

  @SuppressWarnings("unchecked") // whoever made the row has texts as names, at every depth
  private StoredRow child(String name, Map<?, ?> object) {
    return new StoredRow((Map<String, Object>) object, path + name + "/");
  }

  private <T> List<T> items(String name, Class<T> type) {
    List<?> items = value(name, List.class);
    require(items.stream().allMatch(type::isInstance), name);
    return items.stream().map(type::cast).toList();
  }

  private <T> T value(String name, Class<T> type) {
    var value = members.get(name);
    require(type.isInstance(value), name);
    return type.cast(value);
  }

  private UnreadableException unreadable(String name) {
    return new UnreadableException(path + name);
  }
}
