package clipdesk.journeys;

import java.util.ArrayList;

/** Words as Amazon Transcribe writes them: one each half second, from the first second on. */
final class HeardWords {
  private HeardWords() {}

  /**
   * @param spoken with one blank between words; each takes 400 ms
   */
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
    return "{\"results\":{\"items\":[%s]},\"status\":\"COMPLETED\"}"
        .formatted(String.join(",", items));
  }
}
