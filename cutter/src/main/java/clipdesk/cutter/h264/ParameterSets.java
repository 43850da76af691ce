package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parameter sets by id. */
public record ParameterSets(Map<Integer, Sps> sps, Map<Integer, Pps> pps) {
  public ParameterSets {
    sps = Map.copyOf(new TreeMap<>(sps));
    pps = Map.copyOf(new TreeMap<>(pps));
  }

  /**
   * The sets of a byte stream.
   *
   * @throws UnsupportedMasterException if it holds no PPS
   */
  public static ParameterSets ofStream(byte[] stream) {
    var sps = new TreeMap<Integer, Sps>();
    var pps = new TreeMap<Integer, Pps>();
    for (byte[] unit : AnnexB.units(stream)) {
      if (Nal.type(unit[0]) == Nal.SPS) {
        var parsed = SpsParser.parse(unit);
        sps.put(parsed.id(), parsed);
      } else if (Nal.type(unit[0]) == Nal.PPS) {
        var parsed = PpsParser.parse(unit, sps);
        pps.put(parsed.id(), parsed);
      }
    }
    if (pps.isEmpty()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED, "the encoder wrote no parameter sets");
    }
    return new ParameterSets(sps, pps);
  }

  /**
   * @throws MalformedMasterException if there is none of that id
   */
  public Pps pps(int id) {
    var found = pps.get(id);
    if (found == null) {
      throw new MalformedMasterException(
          "slice", -1, "names PPS %d, which is absent".formatted(id));
    }
    return found;
  }

  /** The SPS that a PPS names; present, because parsing the PPS needed it. */
  public Sps spsOf(Pps pictureSet) {
    return sps.get(pictureSet.spsId());
  }

  /**
   * The smallest id that neither an SPS nor a PPS has: encoders give both of theirs the same one.
   *
   * @throws UnsupportedMasterException if all are taken
   */
  public int freeId() {
    Set<Integer> taken = new TreeSet<>(sps.keySet());
    taken.addAll(pps.keySet());
    for (int id = 0; id <= Sps.MAX_ID; id++) {
      if (!taken.contains(id)) {
        return id;
      }
    }
    throw new UnsupportedMasterException(
        FallbackReason.PARAMETER_SET_IDS, "all ids up to 31 are taken");
  }
}
