package clipdesk.cutter.hevc;

import clipdesk.cutter.h264.AnnexB;
import clipdesk.cutter.h264.BitReader;
import clipdesk.cutter.h264.BitWriter;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h265.HevcNal;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The parameter sets of encoded edges under ids that the copied pictures leave free.
 *
 * @param ppsId that the slices of the edges name
 * @param level {@code general_level_idc}
 */
record EdgeSets(byte[] vps, byte[] sps, byte[] pps, int ppsId, int level) {
  /** The profile, tier, compatibility and constraint flags, and the level (H.265, 7.3.3). */
  private static final int GENERAL_BITS = 96;

  private static final int GENERAL_LEVEL_BYTE = 13;
  private static final int SUB_LAYER_PROFILE_BITS = 88;
  private static final int LEVEL_BITS = 8;
  private static final int MAX_VPS_ID = 15;
  private static final int MAX_SPS_ID = 15;

  /** See {@link HevcSample#withPps}. */
  private static final int FIRST_PPS_ID = 15;

  private static final int LAST_PPS_ID = 30;

  /**
   * @param encoder the encoder's parameter sets as a byte stream; its PPS has the id 0
   * @param taken parameter sets of the copied pictures
   * @throws UnsupportedMasterException if no id is free
   */
  static EdgeSets of(byte[] encoder, List<byte[]> taken) {
    var units = AnnexB.units(encoder);
    int vpsId = free(HevcNal.VPS, taken, 1, MAX_VPS_ID);
    int spsId = free(HevcNal.SPS, taken, 1, MAX_SPS_ID);
    int ppsId = free(HevcNal.PPS, taken, FIRST_PPS_ID, LAST_PPS_ID);
    byte[] sps = only(units, HevcNal.SPS);
    byte[] rbsp = rbsp(sps);
    return new EdgeSets(
        vpsWith(only(units, HevcNal.VPS), vpsId),
        spsWith(sps, vpsId, spsId),
        ppsWith(only(units, HevcNal.PPS), ppsId, spsId),
        ppsId,
        rbsp[GENERAL_LEVEL_BYTE] & 0xff);
  }

  private static int free(int type, List<byte[]> taken, int first, int last) {
    Set<Integer> ids = new HashSet<>();
    for (byte[] unit : taken) {
      if (HevcNal.type(unit[0]) == type) {
        ids.add(id(unit));
      }
    }
    return IntStream.iterate(last, id -> id >= first, id -> id - 1)
        .filter(id -> !ids.contains(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedMasterException(
                    FallbackReason.PARAMETER_SET_IDS, "no id is free for a set of type " + type));
  }

  private static byte[] only(List<byte[]> units, int type) {
    return units.stream()
        .filter(unit -> HevcNal.type(unit[0]) == type)
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedMasterException(
                    FallbackReason.CODEC_FAILED, "the encoder wrote no set of type " + type));
  }

  /** The id of a VPS, SPS or PPS. */
  static int id(byte[] unit) {
    byte[] rbsp = rbsp(unit);
    var in = reader(rbsp);
    return switch (HevcNal.type(unit[0])) {
      case HevcNal.VPS -> in.bits(4);
      case HevcNal.SPS -> {
        in.seek(spsIdAt(rbsp));
        yield in.unsigned();
      }
      default -> in.unsigned();
    };
  }

  private static byte[] vpsWith(byte[] vps, int id) {
    byte[] rbsp = rbsp(vps);
    rbsp[1] = (byte) ((id << 4) | (rbsp[1] & 0x0f));
    return Nal.escape(vps[0] & 0xff, rbsp);
  }

  private static byte[] spsWith(byte[] sps, int vpsId, int id) {
    byte[] rbsp = rbsp(sps);
    rbsp[1] = (byte) ((vpsId << 4) | (rbsp[1] & 0x0f));
    var in = reader(rbsp);
    in.seek(spsIdAt(rbsp));
    in.unsigned();
    var out = new BitWriter(rbsp.length + 2);
    out.copyBits(rbsp, 0, spsIdAt(rbsp));
    out.unsigned(id);
    return finished(sps, rbsp, in, out);
  }

  private static byte[] ppsWith(byte[] pps, int id, int spsId) {
    byte[] rbsp = rbsp(pps);
    var in = reader(rbsp);
    in.unsigned();
    in.unsigned();
    var out = new BitWriter(rbsp.length + 4);
    out.copyBits(rbsp, 0, 8);
    out.unsigned(id);
    out.unsigned(spsId);
    return finished(pps, rbsp, in, out);
  }

  private static byte[] finished(byte[] unit, byte[] rbsp, BitReader in, BitWriter out) {
    out.copyBits(rbsp, in.position(), in.stopBit());
    out.trailingBits();
    return Nal.escape(unit[0] & 0xff, out.toBytes());
  }

  /** Where {@code sps_seq_parameter_set_id} stands: behind profile, tier and level (7.3.2.2). */
  private static int spsIdAt(byte[] rbsp) {
    var in = reader(rbsp);
    in.bits(4);
    int subLayers = in.bits(3);
    int at = in.position() + 1 + GENERAL_BITS;
    if (subLayers == 0) {
      return at;
    }
    in.seek(at);
    int more = 0;
    for (int i = 0; i < 8; i++) {
      boolean profile = in.flag();
      boolean level = in.flag();
      if (i < subLayers) {
        more += (profile ? SUB_LAYER_PROFILE_BITS : 0) + (level ? LEVEL_BITS : 0);
      }
    }
    return in.position() + more;
  }

  /** The second byte of the header stands in front. */
  private static byte[] rbsp(byte[] unit) {
    return Nal.unescape(unit, 0, unit.length);
  }

  private static BitReader reader(byte[] rbsp) {
    var in = new BitReader(rbsp, rbsp.length);
    in.seek(8);
    return in;
  }
}
