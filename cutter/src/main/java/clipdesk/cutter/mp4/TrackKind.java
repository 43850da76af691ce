package clipdesk.cutter.mp4;

/** What a track is to the cutter, from its handler and sample entry. */
public enum TrackKind {
  VIDEO,
  AUDIO,
  TIMECODE,
  TEXT,
  OTHER;

  static TrackKind of(String handler, String format) {
    return switch (handler) {
      case "vide" -> VIDEO;
      case "soun" -> AUDIO;
      case "tmcd" -> TIMECODE;
      case "text", "sbtl", "subt", "clcp" -> TEXT;
      default -> format.equals("tmcd") ? TIMECODE : OTHER;
    };
  }
}
