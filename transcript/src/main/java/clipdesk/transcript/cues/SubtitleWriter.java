package clipdesk.transcript.cues;

import java.util.List;

/** Subtitles as files: WebVTT (W3C) and SRT as players have come to read it. */
public final class SubtitleWriter {
  private SubtitleWriter() {}

  /**
   * @param note what it is of, in one line
   */
  public static String vtt(List<SubtitleCue> cues, String note) {
    var file = new StringBuilder("WEBVTT\n\nNOTE ").append(noArrow(oneLine(note))).append("\n");
    for (var cue : cues) {
      file.append("\n").append(time(cue.inMs(), '.'));
      file.append(" --> ").append(time(cue.outMs(), '.')).append("\n");
      cue.speaker().ifPresent(it -> file.append("<v ").append(escaped(oneLine(it))).append(">"));
      file.append(escaped(noArrow(String.join("\n", cue.lines())))).append("\n");
    }
    return file.toString();
  }

  /** SRT knows no escapes: what stands in the text stands in the file. */
  public static String srt(List<SubtitleCue> cues) {
    var file = new StringBuilder();
    for (var i = 0; i < cues.size(); i++) {
      var cue = cues.get(i);
      file.append(i + 1).append("\r\n").append(time(cue.inMs(), ','));
      file.append(" --> ").append(time(cue.outMs(), ',')).append("\r\n");
      if (cue.speakerChanges()) {
        cue.speaker().ifPresent(it -> file.append(oneLine(it)).append(": "));
      }
      file.append(noArrow(String.join("\r\n", cue.lines()))).append("\r\n\r\n");
    }
    return file.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The arrow of a timing ends a cue wherever it stands. */
  private static String noArrow(String text) {
    return text.replace("-->", "→");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String time(int ms, char point) {
    return "%02d:%02d:%02d%c%03d"
        .formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, point, ms % 1_000);
  }
}
