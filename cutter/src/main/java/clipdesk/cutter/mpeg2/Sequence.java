package clipdesk.cutter.mpeg2;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * A sequence header with its extensions (H.262, 6.2.2.1 to 6.2.2.4), as it is repeated in front of
 * each entry.
 *
 * @param shape {@code aspect_ratio_information}
 * @param profileAndLevel {@code profile_and_level_indication}
 * @param isProgressive whether there are whole pictures only
 * @param header as it stands in the stream
 * @param plainHeader the same without matrices, which may differ from one repetition to the next
 */
public record Sequence(
    int width,
    int height,
    int shape,
    int profileAndLevel,
    boolean isProgressive,
    byte[] header,
    byte[] plainHeader) {
  private static final int SEQUENCE_EXTENSION = 1;
  private static final int SCALABLE_EXTENSION = 5;

  /** Start code and all fields up to the flags of the two matrices. */
  private static final int PLAIN_BYTES = 12;

  private static final int NO_MATRICES = ~3;

  /** Width and height of a picture as shown, by {@link #shape} (table 6-3). */
  private static final int[][] SHAPES = {{}, {}, {4, 3}, {16, 9}, {221, 100}};

  /**
   * @param units of which the first is a sequence header, up to the first that is of a picture
   * @throws MalformedMasterException if the header is cut off
   * @throws UnsupportedMasterException if it is one of MPEG-1, or of a stream in layers
   */
  static Sequence of(List<Unit> units) {
    var bits = units.getFirst().bits();
    int width = bits.bits(12);
    int height = bits.bits(12);
    int shape = bits.bits(4);
    var extension =
        units.stream()
            .filter(unit -> unit.isExtension(SEQUENCE_EXTENSION))
            .findFirst()
            .orElseThrow(() -> unsupported("a sequence of MPEG-1"))
            .bits();
    if (units.stream().anyMatch(unit -> unit.isExtension(SCALABLE_EXTENSION))) {
      throw unsupported("a sequence in layers");
    }
    extension.bits(4);
    int profileAndLevel = extension.bits(8);
    boolean progressive = extension.flag();
    extension.bits(2);
    width |= extension.bits(2) << 12;
    height |= extension.bits(2) << 12;
    byte[] first = units.getFirst().bytes();
    if (width == 0 || height == 0 || first.length < PLAIN_BYTES) {
      throw Unit.malformed("a sequence header that is cut off");
    }
    byte[] plain = Arrays.copyOf(first, PLAIN_BYTES);
    plain[PLAIN_BYTES - 1] &= (byte) NO_MATRICES;
    return new Sequence(
        width,
        height,
        shape,
        profileAndLevel,
        progressive,
        joined(first, units),
        joined(plain, units));
  }

  private static byte[] joined(byte[] first, List<Unit> units) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(first);
    units.stream()
        .filter(unit -> unit.code() == Unit.EXTENSION)
        .forEach(unit -> all.writeBytes(unit.bytes()));
    return all.toByteArray();
  }

  /** Whether pictures under one may stand beside pictures under the other (6.1.1.6). */
  public boolean isRepeatedBy(Sequence other) {
    return Arrays.equals(plainHeader, other.plainHeader);
  }

  /** Width and height of a pixel, in lowest terms. */
  public int[] pixel() {
    if (shape < 2 || shape >= SHAPES.length) {
      return new int[] {1, 1};
    }
    int wide = SHAPES[shape][0] * height;
    int high = SHAPES[shape][1] * width;
    int common = BigInteger.valueOf(wide).gcd(BigInteger.valueOf(high)).intValue();
    return new int[] {wide / common, high / common};
  }

  static UnsupportedMasterException unsupported(String what) {
    return new UnsupportedMasterException(FallbackReason.VIDEO_CODEC, what);
  }
}
