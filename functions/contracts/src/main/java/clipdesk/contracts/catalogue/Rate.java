package clipdesk.contracts.catalogue;

import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Frames a second, as a fraction. */
public record Rate(long num, long den) {
  /** Of units of time in a second: no reckoning with them overflows unseen. */
  private static final long ENOUGH = 1L << 40;

  /** In the order in which they are written. */
  public Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("num", num);
    members.put("den", den);
    return members;
  }

  /**
   * @throws UnreadableException if it is none, or none that can be reckoned with
   */
  public static Rate of(Members members) {
    return new Rate(members.number("num", 1, ENOUGH), members.number("den", 1, ENOUGH));
  }
}
