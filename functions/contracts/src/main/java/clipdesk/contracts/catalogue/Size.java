package clipdesk.contracts.catalogue;

import clipdesk.common.json.Members;
import java.util.Map;

/** Of a picture, in pixels; 0 by 0 where its file does not say. */
public record Size(long width, long height) {
  public boolean known() {
    return width > 0 && height > 0;
  }

  void putInto(Map<String, Object> members) {
    members.put("width", width);
    members.put("height", height);
  }

  static Size of(Members members) {
    return new Size(members.number("width", 0), members.number("height", 0));
  }
}
