package clipdesk.contracts.newsletters;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * To whoever moves lists of subscribers: bring what stands under older keys of addresses under this
 * one. An operator begins it; each message after that says where the one before ended.
 *
 * @param key its name in the ring
 * @param after the last row that was looked at
 * @param moved how many were brought by then
 * @param unknown suppressions that were met by then of addresses that nobody knows any more
 */
public record AddressesToRekey(String key, Optional<Row> after, long moved, long unknown) {
  private static final String TYPE = "rekey";
  private static final Pattern KEY = Pattern.compile("k[1-9][0-9]{0,5}");

  public AddressesToRekey {
    requireNonNull(key);
    requireNonNull(after);
  }

  /** Of the table, by its two keys. */
  public record Row(String partition, String sort) {}

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("v", 1);
    members.put("type", TYPE);
    members.put("key", key);
    after.ifPresent(
        row -> {
          members.put("partition", row.partition());
          members.put("sort", row.sort());
        });
    members.put("moved", moved);
    members.put("unknown", unknown);
    return Json.text(members);
  }

  /**
   * Empty if it is another message.
   *
   * @throws UnreadableException if it is one of these that nobody of ours wrote
   */
  public static Optional<AddressesToRekey> read(String message) {
    var members = Members.read(message);
    if (members.anyText("type").filter(TYPE::equals).isEmpty()) {
      return Optional.empty();
    }
    members.requireVersion(1);
    return Optional.of(
        new AddressesToRekey(
            members.text("key", KEY, "must be k and a number"),
            members.optionalText("partition").map(it -> new Row(it, members.text("sort"))),
            members.optionalNumber("moved", 0, Long.MAX_VALUE).orElse(0),
            members.optionalNumber("unknown", 0, Long.MAX_VALUE).orElse(0)));
  }
}
