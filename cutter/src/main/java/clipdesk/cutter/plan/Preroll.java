package clipdesk.cutter.plan;

import clipdesk.cutter.mp4.Track;

/** How many packets a sound decoder needs before its output is right. */
final class Preroll {
  private Preroll() {}

  /**
   * One for transforms that overlap by one packet (AAC, AC-3); 80 ms for Opus (RFC 7845, 4.6); two
   * where the entry does not tell more.
   */
  static int packets(Track track) {
    return switch (track.description().format()) {
      case "mp4a", "ac-3", "ec-3" -> 1;
      case "Opus" -> 4;
      default -> 2;
    };
  }

  /** What the roll group says, negative; 0 for codecs whose files carry none. */
  static int rollDistance(Track track) {
    return switch (track.description().format()) {
      case "mp4a" -> -1;
      case "Opus" -> -4;
      default -> 0;
    };
  }
}
