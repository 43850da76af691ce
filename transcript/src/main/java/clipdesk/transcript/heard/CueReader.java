package clipdesk.transcript.heard;

import clipdesk.transcript.refusals.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/**
 * WebVTT (W3C, 4) and SRT, as files come: without hours, with commas, without blank lines, with
 * headers of others, with captions that roll, repeating the line before.
 */
final class CueReader {
  private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
  private static final Pattern TIMING =
      Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
  private static final Pattern INSIDE = Pattern.compile("<" + TIME + ">");

  // No bracket stands inside of another, so that a file of nothing but brackets is read in a
  // moment.
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ <>]*+)?\\s++([^<>]++)>");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*+>|\\{\\\\[^{}]*+}");

  private final List<Cue> cues = new ArrayList<>();
  private Set<String> before = Set.of();

  static List<Cue> read(String text) {
    return new CueReader().cues(text);
  }

  private List<Cue> cues(String text) {
    var lines = text.lines().toList();
    var at = 0;
    while (at < lines.size()) {
      var line = lines.get(at);
      at++;
      if (line.startsWith("NOTE") || line.startsWith("STYLE") || line.startsWith("REGION")) {
        while (at < lines.size() && !lines.get(at).isBlank()) {
          at++;
        }
      } else if (line.contains("-->")) {
        var end = endOfCue(lines, at);
        add(line, lines.subList(at, end));
        at = end;
      }
    }
    return cues;
  }

  /** A blank line, or where a blank line is missing, the next timing and the number before it. */
  private static int endOfCue(List<String> lines, int from) {
    var at = from;
    while (at < lines.size() && !lines.get(at).isBlank()) {
      if (lines.get(at).contains("-->")) {
        return at > from && lines.get(at - 1).strip().matches("\\d+") ? at - 1 : at;
      }
      at++;
    }
    return at;
  }

  private void add(String timing, List<String> payload) {
    var times = TIMING.matcher(timing);
    if (!times.matches()) {
      throw new MalformedInputException(
          "bad-form", "Cue %d has no timing: %s".formatted(cues.size(), shortened(timing)));
    }
    var fresh = payload.stream().filter(line -> !repeats(line)).toList();
    before = payload.stream().map(CueReader::plain).collect(Collectors.toSet());
    var text = String.join("\n", fresh);
    var in = seconds(times, 0);
    var out = seconds(times, 4);
    cues.add(new Cue(cues.size(), in, out, parts(text, in), voice(text)));
  }

  /** A rolling caption shows the line before once more; it is spoken once. */
  private boolean repeats(String line) {
    var plain = plain(line);
    return plain.isBlank() || before.contains(plain);
  }

  private static List<Cue.Part> parts(String text, double in) {
    var parts = new ArrayList<Cue.Part>();
    var inside = INSIDE.matcher(text);
    var from = 0;
    var start = in;
    while (inside.find()) {
      parts.add(new Cue.Part(start, plain(text.substring(from, inside.start()))));
      start = seconds(inside, 0);
      from = inside.end();
    }
    parts.add(new Cue.Part(start, plain(text.substring(from))));
    return parts;
  }

  private static Optional<String> voice(String text) {
    var voice = VOICE.matcher(text);
    return voice.find() ? Optional.of(entities(voice.group(1).strip())) : Optional.empty();
  }

  private static String plain(String text) {
    return entities(MARKUP.matcher(INSIDE.matcher(text).replaceAll("")).replaceAll(""));
  }

  private static String entities(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, /* inAttribute= */ false);
  }

  private static double seconds(Matcher time, int group) {
    var hours = time.group(group + 1) == null ? 0 : Integer.parseInt(time.group(group + 1));
    var minutes = Integer.parseInt(time.group(group + 2));
    var seconds = Integer.parseInt(time.group(group + 3));
    var fraction = Double.parseDouble("0." + time.group(group + 4));
    return hours * 3_600 + minutes * 60 + seconds + fraction;
  }

  private static String shortened(String line) {
    return line.substring(0, Math.min(line.length(), 60));
  }
}
