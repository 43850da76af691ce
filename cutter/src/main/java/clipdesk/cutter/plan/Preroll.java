package clipdesk.cutter.plan;

import clipdesk.cutter.mp4.SoundObject;
import clipdesk.cutter.mp4.Track;
import java.io.IOException;

/** How many packets a sound decoder needs before its output is right. */
final class Preroll {
  private Preroll() {}

  /** {@code main_data_begin}: MP3 takes up to so many bytes out of packets before. */
  private static final int RESERVOIR_BYTES = 511;

  private static final int MAX_RESERVOIR_PACKETS = 24;

  /**
   * How many packets a decoder wants to have seen before one of them, by the sizes of those in
   * front of it where MP3 keeps bits there.
   */
  static int packets(Track track, int audible) throws IOException {
    if (!SoundObject.isMp3(track.description())) {
      return packets(track);
    }
    int first = Math.max(0, audible - MAX_RESERVOIR_PACKETS);
    var window = track.samples().window(first, audible);
    int packets = 0;
    for (int bytes = 0; bytes < RESERVOIR_BYTES && packets < audible - first; packets++) {
      bytes += window.size(audible - 1 - packets);
    }
    return packets + 1;
  }

  /**
   * None where each packet stands alone (lossless codecs); one for transforms that overlap by one
   * packet (AAC, AC-3); 80 ms for Opus (RFC 7845, 4.6); two where the entry does not tell more.
   */
  private static int packets(Track track) {
    return switch (track.description().format()) {
      case "alac", "fLaC" -> 0;
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
