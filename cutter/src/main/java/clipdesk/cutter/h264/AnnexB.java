package clipdesk.cutter.h264;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The byte stream format of encoders: NAL units behind start codes (H.264, Annex B). */
public final class AnnexB {
  private AnnexB() {}

  public static List<byte[]> units(byte[] stream) {
    List<byte[]> units = new ArrayList<>();
    int start = -1;
    int at = 0;
    while (at + 3 <= stream.length) {
      if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
        if (start >= 0) {
          units.add(trimmed(stream, start, at));
        }
        start = at + 3;
        at += 3;
      } else {
        at++;
      }
    }
    if (start >= 0) {
      units.add(trimmed(stream, start, stream.length));
    }
    units.removeIf(unit -> unit.length == 0);
    return units;
  }

  /** Zero bytes before a start code belong to no unit. */
  private static byte[] trimmed(byte[] stream, int start, int end) {
    int last = end;
    while (last > start && stream[last - 1] == 0) {
      last--;
    }
    return Arrays.copyOfRange(stream, start, last);
  }
}
