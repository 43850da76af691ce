package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Letters;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened in a world, in order; to the byte the same whenever it is made. */
final class History {
  private static final Pattern CLAIM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final boolean recorded;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> claims = new HashMap<>();

  /**
   * @param recorded whether it is kept at all
   */
  History(boolean recorded) {
    this.recorded = recorded;
  }

  String text() {
    return text.toString();
  }

  /** Somebody begins. */
  void act(int depth, Instant now, String actor) {
    if (recorded) {
      text.append(now);
      tell(depth, " ", actor);
    }
  }

  /** A call of a port did its work. */
  void call(int depth, String call, Object[] arguments, Object result) {
    if (recorded) {
      var with =
          arguments == null
              ? ""
              : Stream.of(arguments)
                  .filter(it -> it instanceof String || it instanceof Record)
                  .filter(it -> !(it instanceof Campaign || it instanceof Letters))
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "));
      var what = result instanceof Boolean || result instanceof Enum<?> ? " = " + result : "";
      tell(depth, call, "(" + with + ")" + what);
    }
  }

  void tell(int depth, String what, Object more) {
    if (recorded) {
      text.append("  ".repeat(depth))
          .append(what)
          .append(CLAIM.matcher(String.valueOf(more)).replaceAll(it -> claim(it.group())))
          .append('\n');
    }
  }

  /** Claims are no two times the same; what is told of them is. */
  private String claim(String id) {
    return claims.computeIfAbsent(id, _ -> "claim " + (claims.size() + 1));
  }
}
