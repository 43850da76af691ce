package clipdesk.cutter.transport;

import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AnnexB;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of H.264, one in each unit. In the clip they have lengths in place of start codes, and
 * their parameter sets stand in {@code avcC} (ISO/IEC 14496-15, 4.3).
 */
final class H264Stream extends ElementaryStream {
  private static final int LENGTH_BYTES = 4;
  private static final int FILLER = 12;

  /** As players take it: what is further apart are two recordings. */
  private static final long JUMP_TICKS = StreamClock.TICKS_PER_SECOND;

  private final StreamClock clock;
  private Optional<PesHeader> header = Optional.empty();
  private Optional<AvcConfiguration> configuration = Optional.empty();
  private ParameterSets sets;
  private boolean mayHaveFields;
  private int otherSetsFrom = Integer.MAX_VALUE;
  private long lastDecoded = Long.MIN_VALUE;

  H264Stream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format);
    this.clock = clock;
  }

  @Override
  void starts(PesHeader started) {
    header = Optional.of(started);
  }

  @Override
  void ends() {
    if (payload.length() == 0) {
      return;
    }
    var unit = unit(payload.bytes(), payload.length());
    long time = time();
    if (configuration.isPresent() || startsAnew(unit)) {
      list(unit, time);
    } else {
      requireUndecodable(unit);
    }
    payload.drop(payload.length());
  }

  private void list(AccessUnit unit, long time) {
    if (configuration.isEmpty()) {
      configure(unit);
    } else if (!hasKnownSets(unit)) {
      otherSetsFrom = Math.min(otherSetsFrom, pieces.count());
    }
    requireOnePicture(unit);
    requireFrame(unit);
    boolean key = otherSetsFrom > pieces.count() && isEntry(unit);
    add(0, payload.length(), size(unit), time, key);
  }

  /**
   * A recording begins anywhere. What stands before its first IDR picture is not shown, if no
   * decoder can make anything of it: it needs parameter sets.
   */
  private static void requireUndecodable(AccessUnit unit) {
    if (unit.units().stream().anyMatch(it -> it.type() == Nal.SPS || it.type() == Nal.PPS)) {
      throw unsupported("the first entry point is no IDR picture");
    }
  }

  private long time() {
    var times = header.orElseThrow();
    if (times.pts() == PesHeader.NONE) {
      throw unsupported("a picture without a time");
    }
    long decoded = clock.unwrapped(times.dts());
    if (lastDecoded != Long.MIN_VALUE
        && (decoded <= lastDecoded || decoded - lastDecoded > JUMP_TICKS)) {
      throw unsupported("the clock jumps from %d to %d".formatted(lastDecoded, decoded));
    }
    lastDecoded = decoded;
    long shown = clock.unwrapped(times.pts());
    saw(shown);
    return shown;
  }

  /** The units where they stand in a byte stream. */
  private static AccessUnit unit(byte[] bytes, int length) {
    List<AccessUnit.Unit> units = new ArrayList<>();
    int first =
        AnnexB.each(
            bytes,
            0,
            length,
            (from, to) ->
                units.add(
                    new AccessUnit.Unit(
                        from, to - from, Nal.type(bytes[from]), Nal.refIdc(bytes[from]))));
    for (int i = 0; i < first; i++) {
      if (bytes[i] != 0) {
        throw unsupported("a unit that starts inside a picture");
      }
    }
    return new AccessUnit(bytes, units);
  }

  private void configure(AccessUnit unit) {
    var sps = units(unit, Nal.SPS);
    var pps = units(unit, Nal.PPS);
    if (sps.isEmpty() || pps.isEmpty()) {
      throw unsupported("the first picture has no parameter sets");
    }
    var known = AvcConfiguration.of(sps, pps);
    sets = known.parameterSets();
    mayHaveFields = sets.sps().values().stream().anyMatch(it -> !it.frameMbsOnly());
    configuration = Optional.of(known);
  }

  private boolean hasKnownSets(AccessUnit unit) {
    var known = configuration.orElseThrow();
    return units(unit, Nal.SPS).stream().allMatch(set -> isIn(known.spsUnits(), set))
        && units(unit, Nal.PPS).stream().allMatch(set -> isIn(known.ppsUnits(), set));
  }

  private static boolean isIn(List<byte[]> known, byte[] set) {
    return known.stream().anyMatch(it -> Arrays.equals(it, set));
  }

  private static List<byte[]> units(AccessUnit unit, int type) {
    return unit.units().stream().filter(it -> it.type() == type).map(unit::copyOf).toList();
  }

  private static void requireOnePicture(AccessUnit unit) {
    var starts =
        unit.units().stream()
            .filter(AccessUnit.Unit::isSlice)
            .map(it -> startsPicture(unit.bytes(), it))
            .toList();
    if (starts.indexOf(true) != 0 || starts.lastIndexOf(true) != 0) {
      throw unsupported("a unit that is not one picture");
    }
  }

  /** {@code first_mb_in_slice} of 0 is one bit, behind the header. */
  private static boolean startsPicture(byte[] bytes, AccessUnit.Unit slice) {
    return slice.length() > 1 && bytes[slice.offset() + 1] < 0;
  }

  /** Two fields of a frame in units of their own would be counted as two frames. */
  private void requireFrame(AccessUnit unit) {
    if (mayHaveFields && otherSetsFrom > pieces.count()) {
      Pictures.firstSlice(unit, sets);
    }
  }

  private boolean isEntry(AccessUnit unit) {
    boolean mayBe =
        unit.units().stream().anyMatch(it -> it.type() == Nal.IDR_SLICE || it.type() == Nal.SEI);
    if (!mayBe) {
      return false;
    }
    var entry = Pictures.entry(unit, sets);
    return entry == Pictures.Entry.IDR || entry == Pictures.Entry.RECOVERY_POINT;
  }

  private static boolean startsAnew(AccessUnit unit) {
    return unit.units().stream().anyMatch(it -> it.type() == Nal.IDR_SLICE);
  }

  /** Delimiters and filler say nothing in a sample, and parameter sets nothing new. */
  private static boolean isKept(int type) {
    return type != Nal.SPS
        && type != Nal.PPS
        && type != Nal.ACCESS_UNIT_DELIMITER
        && type != FILLER;
  }

  private static int size(AccessUnit unit) {
    return unit.units().stream()
        .filter(it -> isKept(it.type()))
        .mapToInt(it -> LENGTH_BYTES + it.length())
        .sum();
  }

  @Override
  byte[] sample(byte[] raw) {
    var unit = unit(raw, raw.length);
    var sample = new byte[size(unit)];
    int at = 0;
    for (var it : unit.units()) {
      if (isKept(it.type())) {
        for (int i = 0; i < LENGTH_BYTES; i++) {
          sample[at++] = (byte) (it.length() >> (8 * (LENGTH_BYTES - 1 - i)));
        }
        System.arraycopy(raw, it.offset(), sample, at, it.length());
        at += it.length();
      }
    }
    return sample;
  }

  AvcConfiguration configuration() {
    return configuration.orElseThrow(() -> unsupported("a stream without a picture"));
  }

  /** The first sample under parameter sets other than those of the configuration. */
  int otherSetsFrom() {
    return otherSetsFrom;
  }

  private static UnsupportedMasterException unsupported(String why) {
    return new UnsupportedMasterException(FallbackReason.CONTAINER, why);
  }
}
