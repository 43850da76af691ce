package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.List;
import java.util.Optional;

/** What a planner asks about coded pictures. */
public final class Pictures {
  private Pictures() {}

  /**
   * The headers of all slices of a sample.
   *
   * @throws MalformedMasterException if it holds none
   * @throws UnsupportedMasterException for field pictures and other tools that are not taken
   */
  public static List<SliceHeader> slices(AccessUnit sample, ParameterSets sets) {
    var slices =
        sample.units().stream()
            .filter(AccessUnit.Unit::isSlice)
            .map(unit -> frameSlice(sample, unit, sets))
            .toList();
    if (slices.isEmpty()) {
      throw noSlice();
    }
    return slices;
  }

  private static MalformedMasterException noSlice() {
    return new MalformedMasterException("access unit", -1, "holds no slice");
  }

  /**
   * The header of the first slice of a sample.
   *
   * @throws MalformedMasterException if it holds no slice
   * @throws UnsupportedMasterException for field pictures and other tools that are not taken
   */
  public static SliceHeader firstSlice(AccessUnit sample, ParameterSets sets) {
    return frameSlice(sample, sample.firstSlice().orElseThrow(Pictures::noSlice), sets);
  }

  private static SliceHeader frameSlice(
      AccessUnit sample, AccessUnit.Unit unit, ParameterSets sets) {
    var header = Slice.parseHeader(sample, unit, sets);
    if (header.numbers().field()) {
      throw new UnsupportedMasterException(FallbackReason.PAFF, "a field picture");
    }
    return header;
  }

  /**
   * Whether the sample's parameter sets, if it has any, are those of the configuration.
   *
   * @throws UnsupportedMasterException if one differs
   */
  public static void requireKnownSets(AccessUnit sample, AvcConfiguration configuration) {
    for (var unit : sample.units()) {
      if (unit.type() == Nal.SPS || unit.type() == Nal.PPS) {
        byte[] bytes = sample.copyOf(unit);
        var known = unit.type() == Nal.SPS ? configuration.spsUnits() : configuration.ppsUnits();
        if (known.stream().noneMatch(set -> java.util.Arrays.equals(set, bytes))) {
          throw new UnsupportedMasterException(
              FallbackReason.IN_BAND_PARAMETER_SETS, "a sample brings a parameter set of its own");
        }
      }
    }
  }

  /**
   * Whether pictures are shown in the order in which they are decoded (H.264, 8.2.1).
   *
   * @param samples in the order of decoding, the first one an entry point
   */
  public static boolean isShownAsDecoded(List<AccessUnit> samples, ParameterSets sets) {
    Optional<PictureOrder> order = Optional.empty();
    int last = Integer.MIN_VALUE;
    for (var sample : samples) {
      var header = firstSlice(sample, sets);
      var sps = sets.spsOf(sets.pps(header.ppsId()));
      if (header.isIdr() || order.isEmpty()) {
        order = Optional.of(new PictureOrder(sps, header.numbers().pocLsb()));
        last = Integer.MIN_VALUE;
      }
      boolean reference = sample.firstSlice().orElseThrow().refIdc() > 0;
      int shown = order.get().next(header.numbers(), reference);
      if (shown < last) {
        return false;
      }
      last = shown;
    }
    return true;
  }

  /** Whether decoding can start here: an IDR picture, or intra slices at a recovery point. */
  public static Entry entry(AccessUnit sample, ParameterSets sets) {
    boolean idr = false;
    for (var unit : sample.units()) {
      if (unit.type() >= Nal.PARTITION_A && unit.type() <= Nal.PARTITION_C) {
        throw new UnsupportedMasterException(FallbackReason.SLICE_TOOLS, "data partitioning");
      }
      if (unit.isSlice()) {
        var header = Slice.parseHeader(sample, unit, sets);
        if (header.type() != SliceHeader.Type.I) {
          return Entry.NONE;
        }
        idr |= header.isIdr();
      }
    }
    if (idr) {
      return Entry.IDR;
    }
    return SeiMessages.recoveryFrames(sample) == 0 ? Entry.RECOVERY_POINT : Entry.INTRA;
  }

  /** How a picture lets decoding start. */
  public enum Entry {
    /** It refers to other pictures. */
    NONE,
    /** It refers to none, but what follows may refer past it. */
    INTRA,
    RECOVERY_POINT,
    IDR
  }
}
