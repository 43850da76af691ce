package clipdesk.media.clips;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words that a clip was asked for.
 *
 * @param revision of the transcript that was current then
 * @param text what they say
 * @param begin how the clip's first frame was found: {@code pause}, {@code padded}, {@code widened}
 * @param end and the last one
 */
public record ClipQuote(
    String language,
    int revision,
    int fromWord,
    int toWord,
    String text,
    String begin,
    String end) {

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("language", language);
    members.put("revision", revision);
    members.put("fromWord", fromWord);
    members.put("toWord", toWord);
    members.put("text", text);
    members.put("edges", Map.of("in", begin, "out", end));
    return members;
  }

  String json() {
    return Json.text(members());
  }

  /**
   * @throws UnreadableException if it is none
   */
  static ClipQuote read(String text) {
    var members = Members.read(text);
    var edges = members.object("edges");
    return new ClipQuote(
        members.text("language"),
        (int) members.number("revision", 1, Integer.MAX_VALUE),
        (int) members.number("fromWord", 0, Integer.MAX_VALUE),
        (int) members.number("toWord", 0, Integer.MAX_VALUE),
        members.text("text"),
        edges.text("in"),
        edges.text("out"));
  }
}
