package clipdesk.media.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Words as Amazon Transcribe writes them, one a second from the first second on. */
public final class HeardWords {
  private static final String ITEM =
      "{\"type\":\"pronunciation\",\"start_time\":\"%1$d.0\",\"end_time\":\"%1$d.5\","
          + "\"alternatives\":[{\"confidence\":\"0.9\",\"content\":\"%2$s\"}]}";

  private HeardWords() {}

  public static byte[] transcribe(String spoken) {
    var second = new AtomicInteger();
    return Arrays.stream(spoken.split(" ", -1))
        .map(word -> ITEM.formatted(second.incrementAndGet(), word))
        .collect(Collectors.joining(",", "{\"results\":{\"items\":[", "]}}"))
        .getBytes(UTF_8);
  }
}
