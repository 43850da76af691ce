package clipdesk.cutter.hevc;

import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h265.HevcNal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Supplemental enhancement information of H.265 (7.3.5, annex D). */
final class HevcSei {
  /** {@code user_data_registered_itu_t_t35}: captions, dynamic metadata of HDR. */
  static final Set<Integer> OF_EACH_PICTURE = Set.of(4);

  /** Mastering display, content light level, alternative transfer characteristics. */
  static final Set<Integer> OF_A_SEQUENCE = Set.of(137, 144, 147);

  private HevcSei() {}

  /** Prefix SEI units with the messages of some types only. */
  static List<byte[]> only(List<byte[]> units, Set<Integer> types) {
    List<byte[]> kept = new ArrayList<>();
    for (byte[] unit : units) {
      if (HevcNal.type(unit[0]) == HevcNal.PREFIX_SEI) {
        byte[] rbsp = messages(Nal.unescape(unit, 0, unit.length), types);
        if (rbsp.length > 1) {
          kept.add(Nal.escape(unit[0] & 0xff, rbsp));
        }
      }
    }
    return kept;
  }

  /** Messages before a damaged one are kept. The last byte is the stop bit, 0x80. */
  private static byte[] messages(byte[] rbsp, Set<Integer> types) {
    var kept = new ByteArrayOutputStream();
    kept.write(rbsp[0]);
    int at = 1;
    while (rbsp.length - at > 2) {
      int start = at;
      int type = 0;
      int size = 0;
      for (int part = 0xff; part == 0xff && at < rbsp.length; type += part) {
        part = rbsp[at++] & 0xff;
      }
      for (int part = 0xff; part == 0xff && at < rbsp.length; size += part) {
        part = rbsp[at++] & 0xff;
      }
      if (size > rbsp.length - at) {
        break;
      }
      at += size;
      if (types.contains(type)) {
        kept.writeBytes(Arrays.copyOfRange(rbsp, start, at));
      }
    }
    if (kept.size() > 1) {
      kept.write(0x80);
    }
    return kept.toByteArray();
  }
}
