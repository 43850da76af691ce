package clipdesk.cutter.mp4;

import java.util.Set;

/**
 * A box that is written as it was read.
 *
 * @param bytes header and contents
 */
public record KeptBox(String type, byte[] bytes) {
  /** Larger than any cover picture; a box beyond is not worth a place in every clip. */
  static final int MAX_BYTES = 4 << 20;

  /** Boxes that a clip has its own of. One that strayed to another place would confuse readers. */
  private static final Set<String> REBUILT =
      Set.of(
          "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "minf", "stbl", "stsd", "stts",
          "ctts", "stss", "stps", "stsc", "stsz", "stz2", "stco", "co64", "moov", "mdat", "free",
          "skip");

  static boolean isKept(Box box) {
    return !REBUILT.contains(box.type());
  }

  static KeptBox of(Box box) throws java.io.IOException {
    return new KeptBox(box.type(), box.raw(MAX_BYTES));
  }
}
