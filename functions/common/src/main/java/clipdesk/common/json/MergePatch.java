package clipdesk.common.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** RFC 7396 over members as {@link Json} gives them. */
public final class MergePatch {
  private MergePatch() {}

  /**
   * A copy of the target, in which what the patch has stands in place of what was there: objects
   * member by member, everything else as a whole; what is null is taken away.
   */
  public static Map<String, Object> applied(Map<?, ?> target, Map<?, ?> patch) {
    var merged = new LinkedHashMap<String, Object>();
    target.forEach((name, value) -> merged.put((String) name, value));
    patch.forEach(
        (name, value) -> {
          switch (value) {
            case null -> merged.remove(name);
            case Map<?, ?> members ->
                merged.put(
                    (String) name,
                    applied(merged.get(name) instanceof Map<?, ?> old ? old : Map.of(), members));
            default -> merged.put((String) name, value);
          }
        });
    return merged;
  }
}
