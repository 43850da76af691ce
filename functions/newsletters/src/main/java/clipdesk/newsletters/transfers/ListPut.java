package clipdesk.newsletters.transfers;

import clipdesk.common.json.Members;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list was put, as S3 tells it.
 *
 * @param version which one of those that were put there
 */
record ListPut(String importId, String version, long sizeBytes) {
  private static final Pattern KEY = Pattern.compile("imports/([0-9a-f]{26})\\.csv");

  /** Whether it is S3 that says something; it also says that it will. */
  static boolean told(String message) {
    var members = Members.read(message);
    return members.has("Records") || members.has("Event");
  }

  /**
   * @throws clipdesk.common.json.UnreadableException if it is about something else
   */
  static List<ListPut> read(String message) {
    return Members.read(message).optionalObjects("Records").stream()
        .map(it -> it.object("s3").object("object"))
        .map(ListPut::of)
        .toList();
  }

  private static ListPut of(Members object) {
    var id = object.text("key", it -> id(URLDecoder.decode(it, StandardCharsets.UTF_8)));
    return new ListPut(id, object.text("versionId"), object.number("size", 0));
  }

  private static Optional<String> id(String key) {
    return Optional.of(KEY.matcher(key)).filter(Matcher::matches).map(it -> it.group(1));
  }
}
