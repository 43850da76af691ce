package clipdesk.media.texts;

import clipdesk.transcript.refusals.UnsupportedInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collects what is shown, and puts cues together that were cut at the edges of samples: one that
 * goes on where the same one ended is that one.
 */
final class CueSheet {
  /** There are no more words in a transcript. */
  private static final int MAX_CUES = 60_000;

  /** Many times what so many words take. */
  private static final int MAX_CHARS = 4 << 20;

  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, Cue> lastOf = new HashMap<>();
  private int chars;

  private static final class Cue {
    private final long inMs;
    private final String text;
    private long outMs;

    Cue(long inMs, long outMs, String text) {
      this.inMs = inMs;
      this.outMs = outMs;
      this.text = text;
    }

    long inMs() {
      return inMs;
    }

    boolean goesOnAt(long ms) {
      return inMs <= ms && ms <= outMs;
    }
  }

  /** As {@link #addMarked}, of text in which no sign means anything. */
  void addPlain(long inMs, long outMs, String text) {
    addMarked(inMs, outMs, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  /**
   * Takes a text that is shown for a while; an empty one, or one for no time, is none.
   *
   * @param text of a cue of WebVTT
   * @throws UnsupportedInputException {@code too-large} with more than anybody says
   */
  void addMarked(long inMs, long outMs, String text) {
    var lines = lines(text);
    if (lines.isEmpty() || inMs >= outMs) {
      return;
    }
    var last = lastOf.get(lines);
    if (last != null && last.goesOnAt(inMs)) {
      last.outMs = Math.max(last.outMs, outMs);
      return;
    }
    chars += lines.length();
    if (cues.size() == MAX_CUES || chars > MAX_CHARS) {
      throw new UnsupportedInputException(
          "too-large", "%d characters in %d cues".formatted(chars, cues.size()));
    }
    var cue = new Cue(inMs, outMs, lines);
    cues.add(cue);
    lastOf.put(lines, cue);
  }

  /** A blank line or an arrow would end the cue. */
  private static String lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"))
        .replace("-->", "→");
  }

  boolean isEmpty() {
    return cues.isEmpty();
  }

  /**
   * The whole as WebVTT, in the order of time.
   *
   * @param trackId whose texts they are
   */
  String vtt(String trackId) {
    var file = new StringBuilder("WEBVTT\n\nNOTE Texts of track " + trackId + " of the master\n");
    cues.stream()
        .sorted(Comparator.comparingLong(Cue::inMs))
        .forEach(
            cue ->
                file.append(
                    "\n%s --> %s\n%s\n".formatted(time(cue.inMs), time(cue.outMs), cue.text)));
    return file.toString();
  }

  private static String time(long ms) {
    return "%02d:%02d:%02d.%03d"
        .formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000);
  }
}
