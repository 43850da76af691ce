package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * To whoever moves lists of subscribers: go on with one, from where it is.
 *
 * @param id of the import or the export
 */
public record ListToMove(Way way, String id) {
  private static final String TYPE = "list";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{26}");

  public ListToMove {
    requireNonNull(way);
    requireNonNull(id);
  }

  /** In or out. */
  public enum Way {
    IMPORT("import"),
    /** In, if nobody has begun: the other word may have been lost. */
    TAKE_UP("take-up"),
    EXPORT("export");

    private final String text;

    Way(String text) {
      this.text = text;
    }

    private String text() {
      return text;
    }

    private static Way of(Members members) {
      var text = members.text("way");
      return Arrays.stream(values())
          .filter(it -> it.text().equals(text))
          .findFirst()
          .orElseThrow(() -> members.unreadable("way", "must be import, take-up or export"));
    }
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("way", way.text());
    members.put("id", id);
    return Json.text(members);
  }

  /**
   * @throws UnreadableException if it is no such message
   */
  public static ListToMove read(String message) {
    var members = Members.read(message);
    members.requireVersion(1);
    members.requireText("type", TYPE);
    return new ListToMove(Way.of(members), members.text("id", ID, "must be 26 hex digits"));
  }
}
