package clipdesk.cutter.h264;

import java.util.List;

/**
 * Pictures under a PPS without {@code deblocking_filter_control_present_flag} (H.264, 7.4.2.2),
 * which encoders in cameras write and x264 does not: their slices cannot say that an edge of theirs
 * is filtered in another way.
 */
public final class WithoutDeblockingControl {
  private final AvcConfiguration before;
  private final AvcConfiguration after;

  private WithoutDeblockingControl(AvcConfiguration before) {
    this.before = before;
    var units = before.ppsUnits().stream().map(WithoutDeblockingControl::withoutFlag).toList();
    this.after = new AvcConfiguration(before.head(), before.spsUnits(), units, before.extension());
  }

  /**
   * @param configuration contents of the {@code avcC} of pictures whose slices all have the default
   *     filter
   */
  public static WithoutDeblockingControl of(byte[] configuration) {
    return new WithoutDeblockingControl(AvcConfiguration.parse(configuration));
  }

  /** Contents of the new {@code avcC}. */
  public byte[] configuration() {
    return after.toBytes();
  }

  /** The same picture under the new PPS. */
  public byte[] sample(byte[] bytes) {
    var sample = AccessUnit.parse(bytes, before.lengthBytes());
    var rewritten = new AccessUnitWriter(before.lengthBytes(), bytes.length);
    for (var unit : sample.units()) {
      rewritten.add(unit.isSlice() ? slice(sample, unit) : sample.copyOf(unit));
    }
    return rewritten.toBytes();
  }

  private byte[] slice(AccessUnit sample, AccessUnit.Unit unit) {
    var slice = Slice.parse(sample, unit, before.parameterSets());
    var sets = after.parameterSets();
    var pps = sets.pps(slice.header().ppsId());
    return slice.under(slice.header(), sets.spsOf(pps), pps);
  }

  private static byte[] withoutFlag(byte[] unit) {
    byte[] rbsp = Nal.unescape(unit, 0, unit.length);
    var bits = new BitReader(rbsp, rbsp.length);
    bits.unsigned();
    bits.unsigned();
    bits.flag();
    bits.flag();
    for (var field : List.of("slice groups", "references 0", "references 1")) {
      bits.unsigned(field, Pps.MAX_ID);
    }
    bits.bits(3);
    bits.signed();
    bits.signed();
    bits.signed();
    int flag = bits.position();
    var written = new BitWriter(rbsp.length + 1);
    written.copyBits(rbsp, 0, flag);
    written.flag(false);
    written.copyBits(rbsp, flag + 1, new BitReader(rbsp, rbsp.length).stopBit());
    written.trailingBits();
    return Nal.escape(unit[0], written.toBytes());
  }
}
