package clipdesk.cutter.h264;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The byte stream format of encoders: NAL units behind start codes (H.264, Annex B). */
public final class AnnexB {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = LOW_BITS << 7;

  private AnnexB() {}

  public static List<byte[]> units(byte[] stream) {
    List<byte[]> units = new ArrayList<>();
    each(stream, 0, stream.length, (from, to) -> units.add(Arrays.copyOfRange(stream, from, to)));
    return units;
  }

  /** Hears where a NAL unit lies. */
  public interface Unit {
    void at(int from, int to);
  }

  /**
   * Finds the units between two places, without what stands before the first start code.
   *
   * @return where the first start code is, {@code to} if there is none
   */
  public static int each(byte[] stream, int from, int to, Unit unit) {
    int first = to;
    int start = -1;
    int at = from;
    while (at + 3 <= to) {
      if (at + Long.BYTES <= to && !hasZero((long) LONGS.get(stream, at))) {
        at += Long.BYTES;
        continue;
      }
      int third = stream[at + 2];
      if (third == 1 && stream[at] == 0 && stream[at + 1] == 0) {
        if (start >= 0) {
          add(stream, start, at, unit);
        } else {
          first = at;
        }
        start = at + 3;
        at += 3;
      } else {
        at += third == 0 ? 1 : 3;
      }
    }
    if (start >= 0) {
      add(stream, start, to, unit);
    }
    return first;
  }

  /** Of coded pictures most stretches have none, and no start code starts in them. */
  private static boolean hasZero(long bytes) {
    return ((bytes - LOW_BITS) & ~bytes & HIGH_BITS) != 0;
  }

  /** Zero bytes before a start code belong to no unit. */
  private static void add(byte[] stream, int start, int end, Unit unit) {
    int last = end;
    while (last > start && stream[last - 1] == 0) {
      last--;
    }
    if (last > start) {
      unit.at(start, last);
    }
  }
}
