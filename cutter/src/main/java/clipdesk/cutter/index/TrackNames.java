package clipdesk.cutter.index;

import clipdesk.cutter.mp4.SampleDescription;
import clipdesk.cutter.mp4.SoundObject;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of tracks, codecs and languages as catalogues show them. */
final class TrackNames {
  /** Macintosh language codes from 0 on, as QuickTime files have them. */
  private static final String[] MACINTOSH =
      ("eng fra deu ita nld swe spa dan por nor heb jpn ara fin ell isl mlt tur hrv zho urd hin tha"
           + " kor lit pol hun est lav sme fao fas rus zho nld gle sqi ron ces slk slv yid srp mkd"
           + " bul ukr bel")
          .split(" ", -1);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

  private TrackNames() {}

  /** What a catalogue calls the tracks that it shows. */
  static Optional<TrackInfo.Kind> kind(TrackKind kind) {
    return switch (kind) {
      case VIDEO -> Optional.of(TrackInfo.Kind.VIDEO);
      case AUDIO -> Optional.of(TrackInfo.Kind.AUDIO);
      case TEXT -> Optional.of(TrackInfo.Kind.TEXT);
      case TIMECODE, OTHER -> Optional.empty();
    };
  }

  /**
   * @param quickTime whether the file is a MOV, where small language codes mean something
   */
  static TrackInfo info(TrackInfo.Kind kind, int number, Track track, boolean quickTime) {
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
        language(track, quickTime),
        video ? description.width() : 0,
        video ? description.height() : 0,
        audio ? sampleRate(track) : 0,
        audio ? description.channels() : 0);
  }

  private static String codec(SampleDescription description) {
    if (SoundObject.isMp3(description)) {
      return "mp3";
    }
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
      default -> description.isPcm() ? "pcm" : name(description.format().strip());
    };
  }

  private static String name(String format) {
    return NAME.matcher(format).matches() ? format : "unknown";
  }

  private static int sampleRate(Track track) {
    int rate = track.description().sampleRate();
    return rate > 0 ? rate : (int) track.timescale();
  }

  /** The extended tag of {@code elng} (ISO/IEC 14496-12, 8.4.6), else the code of {@code mdhd}. */
  private static String language(Track track, boolean quickTime) {
    for (var box : track.inMedia()) {
      if (box.type().equals("elng") && box.bytes().length > 13) {
        var said = new String(box.bytes(), 12, box.bytes().length - 13, StandardCharsets.US_ASCII);
        var tag = TrackInfo.languageTag(said.strip());
        if (!tag.equals("und")) {
          return tag;
        }
      }
    }
    int code = track.languageCode();
    if (code < 0x400) {
      return quickTime && code < MACINTOSH.length ? MACINTOSH[code] : "und";
    }
    var letters = new char[] {letter(code >> 10), letter(code >> 5), letter(code)};
    return TrackInfo.languageTag(new String(letters));
  }

  private static char letter(int code) {
    return (char) ((code & 0x1f) + 0x60);
  }
}
