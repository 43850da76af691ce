package clipdesk.cutter.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a programme map says of its streams (ISO/IEC 13818-1, 2.4.4.8). */
record Programme(int number, List<Stream> streams) {
  private static final int HEADER_BYTES = 12;
  private static final int STREAM_BYTES = 5;
  private static final int LANGUAGE = 0x0a;

  /** Of DVB (ETSI EN 300 468, 6.2.43 and 6.2.42). */
  private static final int TELETEXT = 0x56;

  private static final int SUBTITLES = 0x59;

  /** Annex D of the same. */
  private static final int AC3_SOUND = 0x6a;

  private static final int EAC3_SOUND = 0x7a;

  private static final int PRIVATE_SECTIONS = 0x05;
  private static final int PRIVATE_PACKETS = 0x06;
  private static final int METADATA = 0x15;

  /** What a stream carries. */
  enum Kind {
    H264,
    HEVC,
    MPEG2,
    AAC,
    AAC_IN_LATM,
    MPEG_AUDIO,
    AC3,
    EAC3,
    /** Nothing that a clip would have. */
    DATA,
    /** Another codec, or anything at all. */
    OTHER
  }

  private static final Set<Kind> MAY_BE_PICTURES =
      Set.of(Kind.H264, Kind.HEVC, Kind.MPEG2, Kind.OTHER);

  /**
   * @param name as reports call what is not taken
   */
  record Stream(int pid, Kind kind, String language, String name) {}

  /** Empty if the section is no programme map that is in force. */
  static Optional<Programme> of(byte[] section) {
    if (section.length < HEADER_BYTES || section[0] != 2 || (section[5] & 1) == 0) {
      return Optional.empty();
    }
    List<Stream> streams = new ArrayList<>();
    int at = HEADER_BYTES + length(section, 10);
    while (at + STREAM_BYTES <= section.length) {
      int end = Math.min(section.length, at + STREAM_BYTES + length(section, at + 3));
      streams.add(stream(section, at, end));
      at = end;
    }
    return Optional.of(new Programme(number(section, 3), List.copyOf(streams)));
  }

  /** Whether there may be pictures in it. */
  boolean mayHavePicture() {
    return streams.stream().map(Stream::kind).anyMatch(MAY_BE_PICTURES::contains);
  }

  private static Stream stream(byte[] section, int at, int end) {
    int type = section[at] & 0xff;
    var language = "und";
    var kind = kind(type);
    var name = type == PRIVATE_SECTIONS || type == METADATA ? "data" : "subtitles";
    for (int tag = at + STREAM_BYTES; tag + 2 <= end; tag += 2 + (section[tag + 1] & 0xff)) {
      int code = section[tag] & 0xff;
      if (code == LANGUAGE && tag + 5 <= end) {
        language = new String(section, tag + 2, 3, StandardCharsets.ISO_8859_1);
      } else if (type == PRIVATE_PACKETS && (code == TELETEXT || code == SUBTITLES)) {
        kind = Kind.DATA;
        name = code == TELETEXT ? "subtitles (dvb_teletext)" : "subtitles (dvb_subtitle)";
      } else if (type == PRIVATE_PACKETS && code == AC3_SOUND) {
        kind = Kind.AC3;
      } else if (type == PRIVATE_PACKETS && code == EAC3_SOUND) {
        kind = Kind.EAC3;
      }
    }
    return new Stream(number(section, at + 1) & 0x1fff, kind, language, name);
  }

  /**
   * By {@code stream_type} (table 2-34, and what ATSC and Blu-ray put behind it). Private packets
   * carry sound and pictures as well: what is not known to be none is for somebody who looks
   * inside.
   */
  private static Kind kind(int type) {
    return switch (type) {
      case 0x1b -> Kind.H264;
      case 0x24 -> Kind.HEVC;
      case 0x02 -> Kind.MPEG2;
      case 0x0f -> Kind.AAC;
      case 0x11 -> Kind.AAC_IN_LATM;
      case 0x03, 0x04 -> Kind.MPEG_AUDIO;
      case 0x81 -> Kind.AC3;
      case 0x84, 0x87 -> Kind.EAC3;
      case PRIVATE_SECTIONS, METADATA, 0x90, 0x91, 0x92 -> Kind.DATA;
      default -> Kind.OTHER;
    };
  }

  private static int length(byte[] section, int at) {
    return number(section, at) & 0x0fff;
  }

  private static int number(byte[] section, int at) {
    return (section[at] & 0xff) << 8 | (section[at + 1] & 0xff);
  }
}
