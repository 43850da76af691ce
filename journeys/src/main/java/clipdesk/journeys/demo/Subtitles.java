package clipdesk.journeys.demo;

import java.time.Duration;

/** Captions in WebVTT, one every four seconds, each with its number. */
final class Subtitles {
  private static final int SECONDS = 4;
  private static final int MOST = 200;

  private Subtitles() {}

  /**
   * @param lines what is said, in turn
   */
  static String of(Duration length, String... lines) {
    var text = new StringBuilder("WEBVTT\n");
    int count = (int) Math.min(MOST, Math.ceilDiv(length.toSeconds(), SECONDS));
    for (int i = 0; i < count; i++) {
      var line = lines[i % lines.length];
      var said = lines.length > 1 ? line : line + " " + (i + 1);
      long end = Math.min(length.toMillis(), (i + 1L) * SECONDS * 1000 - 200);
      text.append("\n%s --> %s\n%s\n".formatted(time(i * SECONDS * 1000L), time(end), said));
    }
    return text.toString();
  }

  private static String time(long millis) {
    long seconds = millis / 1000;
    return "%02d:%02d:%02d.%03d"
        .formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
  }
}
