package clipdesk.cutter.h264;

import java.util.List;

/** Turns what an encoder writes, a byte stream, into samples and their {@code avcC}. */
public final class EncodedPictures {
  private static final int LENGTH_BYTES = 4;

  private EncodedPictures() {}

  /**
   * @param headers SPS and PPS behind start codes, or a picture that begins with them
   */
  public static AvcConfiguration configuration(byte[] headers) {
    var sps = units(headers, Nal.SPS);
    var pps = units(headers, Nal.PPS);
    if (sps.isEmpty() || pps.isEmpty()) {
      throw new IllegalStateException("The encoder wrote no parameter sets");
    }
    byte[] set = sps.getFirst();
    byte[] head = {1, set[1], set[2], set[3], (byte) (0xfc | (LENGTH_BYTES - 1))};
    return new AvcConfiguration(head, sps, pps, extension(SpsParser.parse(set)));
  }

  /** What ISO/IEC 14496-15, 5.3.3.1.2, adds for the High profiles. */
  private static byte[] extension(Sps sps) {
    return sps.profile() < 100
        ? new byte[0]
        : new byte[] {
          (byte) (0xfc | sps.chromaFormat()),
          (byte) (0xf8 | (sps.lumaBits() - 8)),
          (byte) (0xf8 | (sps.chromaBits() - 8)),
          0
        };
  }

  private static List<byte[]> units(byte[] stream, int type) {
    return AnnexB.units(stream).stream().filter(unit -> Nal.type(unit[0]) == type).toList();
  }

  /** Slices and messages with length fields; parameter sets stand in {@code avcC} only. */
  public static byte[] sample(byte[] stream) {
    var sample = new AccessUnitWriter(LENGTH_BYTES, stream.length + 64);
    for (byte[] unit : AnnexB.units(stream)) {
      switch (Nal.type(unit[0])) {
        case Nal.SPS, Nal.PPS, Nal.ACCESS_UNIT_DELIMITER -> {}
        default -> sample.add(unit);
      }
    }
    return sample.toBytes();
  }
}
