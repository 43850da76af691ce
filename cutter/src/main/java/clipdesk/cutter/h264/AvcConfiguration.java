package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code avcC} box: {@code AVCDecoderConfigurationRecord} (ISO/IEC 14496-15, 5.3.3.1).
 *
 * @param head version, profile, compatibility, level and length size, as found
 * @param extension what follows the PPS, as found
 */
public record AvcConfiguration(
    byte[] head, List<byte[]> spsUnits, List<byte[]> ppsUnits, byte[] extension) {
  private static final int HEAD_BYTES = 5;
  private static final int MAX_SPS = 31;
  private static final int MAX_PPS = 255;

  /**
   * @throws MalformedMasterException if a field does not fit
   */
  public static AvcConfiguration parse(byte[] box) {
    if (box.length < HEAD_BYTES + 2 || box[0] != 1) {
      throw new MalformedMasterException("avcC", -1, "is no version 1 record");
    }
    if ((box[4] & 3) == 2) {
      throw new MalformedMasterException("avcC", -1, "length fields of 3 bytes");
    }
    List<byte[]> sps = new ArrayList<>();
    int at = units(box, HEAD_BYTES + 1, box[HEAD_BYTES] & 0x1f, sps);
    if (at >= box.length) {
      throw new MalformedMasterException("avcC", -1, "ends before the PPS");
    }
    List<byte[]> pps = new ArrayList<>();
    at = units(box, at + 1, box[at] & 0xff, pps);
    return new AvcConfiguration(
        Arrays.copyOf(box, HEAD_BYTES), sps, pps, Arrays.copyOfRange(box, at, box.length));
  }

  /**
   * The record of sets that stood in a byte stream, for lengths of four bytes.
   *
   * @param sps at least one
   */
  public static AvcConfiguration of(List<byte[]> sps, List<byte[]> pps) {
    byte[] first = sps.getFirst();
    if (first.length < 4) {
      throw new MalformedMasterException("SPS", -1, "ends before its level");
    }
    byte[] head = {1, first[1], first[2], first[3], (byte) 0xff};
    return new AvcConfiguration(head, sps, pps, extension(SpsParser.parse(first)));
  }

  /** What is shown of pictures under the first SPS. */
  public Sps.Shape firstShape() {
    return SpsParser.parse(spsUnits.getFirst()).shape();
  }

  /** What profiles with other formats than 8 bits and 4:2:0 say of theirs. */
  private static byte[] extension(Sps sps) {
    return switch (sps.profile()) {
      case 66, 77, 88 -> new byte[0];
      default ->
          new byte[] {
            (byte) (0xfc | sps.chromaFormat()),
            (byte) (0xf8 | (sps.lumaBits() - 8)),
            (byte) (0xf8 | (sps.chromaBits() - 8)),
            0
          };
    };
  }

  private static int units(byte[] box, int start, int count, List<byte[]> units) {
    int at = start;
    for (int i = 0; i < count; i++) {
      int length = at + 2 <= box.length ? (box[at] & 0xff) << 8 | (box[at + 1] & 0xff) : -1;
      if (length < 1 || length > box.length - at - 2) {
        throw new MalformedMasterException("avcC", -1, "a parameter set does not fit");
      }
      units.add(Arrays.copyOfRange(box, at + 2, at + 2 + length));
      at += 2 + length;
    }
    return at;
  }

  /** Width of the length fields in samples: 1, 2 or 4. */
  public int lengthBytes() {
    return (head[4] & 3) + 1;
  }

  /** The parsed sets. */
  public ParameterSets parameterSets() {
    Map<Integer, Sps> sps = new TreeMap<>();
    for (var unit : spsUnits) {
      var parsed = SpsParser.parse(unit);
      sps.put(parsed.id(), parsed);
    }
    Map<Integer, Pps> pps = new TreeMap<>();
    for (var unit : ppsUnits) {
      var parsed = PpsParser.parse(unit, sps);
      pps.put(parsed.id(), parsed);
    }
    return new ParameterSets(sps, pps);
  }

  /**
   * The same record with more sets behind the present ones.
   *
   * @throws UnsupportedMasterException if the record has no room for them
   */
  public AvcConfiguration with(List<byte[]> moreSps, List<byte[]> morePps) {
    List<byte[]> sps = new ArrayList<>(spsUnits);
    sps.addAll(moreSps);
    List<byte[]> pps = new ArrayList<>(ppsUnits);
    pps.addAll(morePps);
    if (sps.size() > MAX_SPS || pps.size() > MAX_PPS) {
      throw new UnsupportedMasterException(
          FallbackReason.PARAMETER_SET_IDS, "avcC has no room for another parameter set");
    }
    return new AvcConfiguration(head, sps, pps, extension);
  }

  /** Contents of the box. */
  public byte[] toBytes() {
    var box = new ByteArrayOutputStream();
    box.writeBytes(head);
    box.write(0xe0 | spsUnits.size());
    spsUnits.forEach(unit -> write(box, unit));
    box.write(ppsUnits.size());
    ppsUnits.forEach(unit -> write(box, unit));
    box.writeBytes(extension);
    return box.toByteArray();
  }

  private static void write(ByteArrayOutputStream box, byte[] unit) {
    box.write(unit.length >> 8);
    box.write(unit.length);
    box.writeBytes(unit);
  }
}
