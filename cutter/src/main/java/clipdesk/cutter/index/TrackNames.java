package clipdesk.cutter.index;

import clipdesk.cutter.TrackInfo;
import clipdesk.cutter.mp4.SampleDescription;
import clipdesk.cutter.mp4.Track;
import java.nio.charset.StandardCharsets;

/** Names of tracks, codecs and languages as catalogues show them. */
final class TrackNames {
  private TrackNames() {}

  static TrackInfo info(TrackInfo.Kind kind, int number, Track track) {
    var description = track.description();
    boolean video = kind == TrackInfo.Kind.VIDEO;
    boolean audio = kind == TrackInfo.Kind.AUDIO;
    char prefix =
        switch (kind) {
          case VIDEO -> 'v';
          case AUDIO -> 'a';
          case TEXT -> 's';
        };
    return new TrackInfo(
        prefix + Integer.toString(number),
        kind,
        codec(description),
        language(track),
        video ? description.width() : 0,
        video ? description.height() : 0,
        audio ? sampleRate(track) : 0,
        audio ? description.channels() : 0);
  }

  private static String codec(SampleDescription description) {
    return switch (description.format()) {
      case "avc1", "avc2", "avc3", "avc4" -> "h264";
      case "hvc1", "hev1", "dvh1", "dvhe" -> "hevc";
      case "vp09" -> "vp9";
      case "av01" -> "av1";
      case "apco", "apcs", "apcn", "apch", "ap4h", "ap4x" -> "prores";
      case "AVdn", "AVdh" -> "dnxhd";
      case "jpeg", "mjpa", "mjpb" -> "mjpeg";
      case "mp4a" -> "aac";
      case "ac-3" -> "ac3";
      case "ec-3" -> "eac3";
      case "Opus" -> "opus";
      default -> description.isPcm() ? "pcm" : description.format().strip();
    };
  }

  private static int sampleRate(Track track) {
    int rate = track.description().sampleRate();
    return rate > 0 ? rate : (int) track.timescale();
  }

  /** The extended tag of {@code elng} (ISO/IEC 14496-12, 8.4.6), else the code of {@code mdhd}. */
  private static String language(Track track) {
    for (var box : track.inMedia()) {
      if (box.type().equals("elng") && box.bytes().length > 13) {
        return new String(box.bytes(), 12, box.bytes().length - 13, StandardCharsets.US_ASCII)
            .strip();
      }
    }
    int code = track.languageCode();
    if (code < 0x400 || code == 0x7fff) {
      return "und";
    }
    var letters = new char[] {letter(code >> 10), letter(code >> 5), letter(code)};
    return new String(letters);
  }

  private static char letter(int code) {
    return (char) ((code & 0x1f) + 0x60);
  }
}
