package clipdesk.contracts.catalogue;

import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One exact version of a file in the masters bucket, as messages name it. */
public record StoredObject(String key, String versionId, String etag, long sizeBytes) {
  /** In the order in which they are written. */
  public Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("key", key);
    members.put("versionId", versionId);
    members.put("etag", etag);
    members.put("sizeBytes", sizeBytes);
    return members;
  }

  /**
   * @throws UnreadableException if a member is missing, empty or of a wrong type
   */
  public static StoredObject of(Members members) {
    return new StoredObject(
        members.filledText("key"),
        members.filledText("versionId"),
        members.filledText("etag"),
        members.number("sizeBytes", 0, Long.MAX_VALUE));
  }
}
