package clipdesk.media;

import clipdesk.common.GatewayCalls;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The running function, and words to bring and to read transcripts with. */
abstract class TranscriptCalls extends MediaFunctionCalls {
  static final String READ = VIDEO + "/transcript";
  static final String EDIT = READ.replace("/v1/", "/v1/editor/");
  static final String WORDS = EDIT.replace("/transcript", "/words");
  static final String TEXT =
      """
      Ana Sample, Council Spokesperson
      Good morning. The council did not sign the treaty.

      Jon Smyth, WXYZ
      Will it sign the treaty tomorrow?

      Ana Sample, Council Spokesperson
      It may <well>.
      """;
  static final String SPOKEN =
      "Good morning The council did not sign the treaty Will it sign the treaty tomorrow It may"
          + " well";

  APIGatewayProxyResponseEvent putText(String text, String condition) {
    return call(conditioned(editor("PUT", EDIT), condition).body("text/plain", text));
  }

  APIGatewayProxyResponseEvent putWords(String words, String condition) {
    return call(conditioned(editor("PUT", WORDS), condition).json(words));
  }

  APIGatewayProxyResponseEvent putEdits(String edits, String condition) {
    return call(
        conditioned(editor("PUT", EDIT + "/edits"), condition).json("{\"edits\":[" + edits + "]}"));
  }

  APIGatewayProxyResponseEvent look() {
    return call(editor("GET", EDIT).query("language", "en"));
  }

  /** Empty for no condition, {@code *} for that of a first one. */
  static GatewayCalls conditioned(GatewayCalls call, String condition) {
    call.query("language", "en");
    return switch (condition) {
      case "" -> call;
      case "*" -> call.header("If-None-Match", "*");
      default -> call.header("If-Match", condition);
    };
  }

  APIGatewayProxyResponseEvent read(String... query) {
    var call = GatewayCalls.call("GET", READ);
    for (var i = 0; i < query.length; i += 2) {
      call.query(query[i], query[i + 1]);
    }
    return call(call);
  }

  @SuppressWarnings("unchecked") // objects in our answers have text as keys
  static Map<String, Object> object(Map<String, Object> owner, String name) {
    return (Map<String, Object>) owner.get(name);
  }

  static List<Object> codes(Map<String, Object> answer) {
    return list(object(answer, "report"), "findings").stream().map(it -> it.get("code")).toList();
  }

  static Object error(APIGatewayProxyResponseEvent answer) {
    return list(json(answer), "errors").getFirst().get("code");
  }

  /** As Amazon Transcribe writes them: a word each half second, from the first second on. */
  static String transcribe(String spoken) {
    var items = new ArrayList<String>();
    var tenths = 10;
    for (var word : spoken.split(" ", -1)) {
      items.add(
          ("{\"type\":\"pronunciation\",\"start_time\":\"%d.%d\",\"end_time\":\"%d.%d\","
                  + "\"alternatives\":[{\"confidence\":\"0.99\",\"content\":\"%s\"}]}")
              .formatted(tenths / 10, tenths % 10, (tenths + 4) / 10, (tenths + 4) % 10, word));
      tenths += 5;
    }
    items.add("{\"type\":\"punctuation\",\"alternatives\":[{\"content\":\".\"}]}");
    return "{\"results\":{\"items\":[%s]},\"status\":\"COMPLETED\"}"
        .formatted(String.join(",", items));
  }
}
