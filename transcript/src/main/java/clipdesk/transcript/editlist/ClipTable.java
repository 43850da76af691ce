package clipdesk.transcript.editlist;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row a clip, as comma-separated values (RFC 4180), for whoever logs what was taken. */
public final class ClipTable {
  private static final List<String> HEADINGS =
      List.of(
          "video", "clip", "speaker", "outlet", "quote", "rate", "sourceIn", "sourceOut", "frames");

  /** What a table program would take for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private ClipTable() {}

  public static String write(ClipList list) {
    return Stream.concat(Stream.of(HEADINGS), list.clips().stream().map(clip -> row(list, clip)))
        .map(row -> row.stream().map(ClipTable::cell).collect(Collectors.joining(",")))
        .map(row -> row + "\r\n")
        .collect(Collectors.joining());
  }

  private static List<String> row(ClipList list, ListedClip clip) {
    var clock = list.clock(clip.master());
    var start = list.start(clip.master());
    return List.of(
        clip.master().videoId(),
        clip.name(),
        clip.speaker().orElse(""),
        clip.outlet().orElse(""),
        clip.quote().orElse(""),
        "%d/%d".formatted(list.num(), list.den()),
        clock.text(start + clip.in()),
        clock.text(start + clip.out()),
        Long.toString(clip.frames()));
  }

  private static String cell(String text) {
    var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
