package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** An event: an id for programs, a name for people. */
public record Named(String id, Localised name) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public Named {
    requireNonNull(id);
    requireNonNull(name);
  }

  /**
   * Whether something may have this id; speakers, renditions, roles and terms are named likewise.
   */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", id);
    members.put("name", name.members());
    return members;
  }

  static Named of(Members members) {
    return new Named(members.filledText("id"), Localised.of(members.object("name")));
  }
}
