package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.Deblocking;
import clipdesk.cutter.h264.SliceHeader.ListChange;
import clipdesk.cutter.h264.SliceHeader.MemoryOperation;
import clipdesk.cutter.h264.SliceHeader.PictureNumbers;
import clipdesk.cutter.h264.SliceHeader.ReferenceMarking;
import clipdesk.cutter.h264.SliceHeader.References;
import clipdesk.cutter.h264.SliceHeader.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Progressive pictures of one slice each, whose headers say whatever a test wants and whose data
 * nobody decodes: four reference frames, {@code frame_num} modulo 16, order counts modulo 64.
 */
final class HeaderStream {
  static final int REFERENCE_FRAMES = 4;
  static final int MAX_FRAME_NUM = 16;
  static final int LENGTH_BYTES = 4;

  private static final int PROFILE_MAIN = 77;
  private static final int LEVEL_3 = 30;
  private static final int QP = 30;
  private static final int DATA = 0xa5;
  private static final byte[] RECOVERY_POINT = {Nal.SEI, SeiMessages.RECOVERY_POINT, 1, 0x44, -128};

  private final byte[] spsUnit = spsUnit();
  private final byte[] ppsUnit = ppsUnit();
  private final Sps sps = SpsParser.parse(spsUnit);
  private final Pps pps = PpsParser.parse(ppsUnit, Map.of(sps.id(), sps));

  private static byte[] spsUnit() {
    var bits = new BitWriter(32);
    bits.bits(8, PROFILE_MAIN);
    bits.bits(8, 0);
    bits.bits(8, LEVEL_3);
    bits.unsigned(0);
    bits.unsigned(0); // frame_num of four bits
    bits.unsigned(0);
    bits.unsigned(2); // pic_order_cnt_lsb of six bits
    bits.unsigned(REFERENCE_FRAMES);
    bits.flag(false);
    bits.unsigned(19);
    bits.unsigned(10);
    bits.flag(true); // frame_mbs_only_flag
    bits.flag(true); // direct_8x8_inference_flag
    bits.flag(false);
    bits.flag(false);
    bits.trailingBits();
    return Nal.escape(3 << 5 | Nal.SPS, bits.toBytes());
  }

  private static byte[] ppsUnit() {
    var bits = new BitWriter(32);
    bits.unsigned(0);
    bits.unsigned(0);
    bits.bits(2, 0); // CAVLC, no order counts of bottom fields
    bits.unsigned(0);
    bits.unsigned(0);
    bits.unsigned(0);
    bits.bits(3, 0); // no weights
    bits.signed(0);
    bits.signed(0);
    bits.signed(0);
    bits.bits(3, 0); // no deblocking control
    bits.trailingBits();
    return Nal.escape(3 << 5 | Nal.PPS, bits.toBytes());
  }

  Sps sps() {
    return sps;
  }

  ParameterSets sets() {
    return configuration().parameterSets();
  }

  AvcConfiguration configuration() {
    byte[] head = {1, PROFILE_MAIN, 0, LEVEL_3, (byte) (0xfc | (LENGTH_BYTES - 1))};
    return new AvcConfiguration(head, List.of(spsUnit), List.of(ppsUnit), new byte[0]);
  }

  /** Changes that name a picture so many pictures back, and then one further back than that. */
  static List<ListChange> back(int... steps) {
    return java.util.stream.IntStream.of(steps)
        .mapToObj(step -> new ListChange(0, step - 1))
        .toList();
  }

  /** Forgets the picture so many pictures back. */
  static ReferenceMarking forget(int back) {
    return new ReferenceMarking(
        false,
        false,
        true,
        List.of(new MemoryOperation(MemoryOperation.FORGET_SHORT_TERM, back - 1, 0)));
  }

  static SliceHeader header(Type type, boolean reference, int frameNum, int poc) {
    int active1 = type == Type.B ? 1 : 0;
    return new SliceHeader(
        reference ? 2 : 0,
        Nal.SLICE,
        0,
        type.ordinal() + 5,
        0,
        0,
        new PictureNumbers(frameNum % MAX_FRAME_NUM, false, false, 0, Math.floorMod(poc, 64), 0),
        false,
        type == Type.I ? References.NONE : new References(1, active1, List.of(), List.of()),
        Optional.empty(),
        ReferenceMarking.SLIDING_WINDOW,
        0,
        QP,
        Deblocking.DEFAULT,
        0);
  }

  static SliceHeader naming(SliceHeader header, int active, List<ListChange> changes) {
    var old = header.references();
    var references = new References(active, old.active1(), changes, List.of());
    return header.with(header.numbers(), references, header.marking());
  }

  static SliceHeader marking(SliceHeader header, ReferenceMarking marking) {
    return header.with(header.numbers(), header.references(), marking);
  }

  AccessUnit sample(SliceHeader header) {
    return AccessUnit.parse(writer().add(unit(header)).toBytes(), LENGTH_BYTES);
  }

  /** As encoders mark the entry of an open GOP. */
  AccessUnit entry(SliceHeader header) {
    var bytes = writer().add(RECOVERY_POINT).add(unit(header)).toBytes();
    return AccessUnit.parse(bytes, LENGTH_BYTES);
  }

  private static AccessUnitWriter writer() {
    return new AccessUnitWriter(LENGTH_BYTES, 64);
  }

  private byte[] unit(SliceHeader header) {
    var bits = new BitWriter(64);
    new SliceHeaderWriter(bits, sps, pps).write(header);
    bits.bits(8, DATA);
    bits.trailingBits();
    return Nal.escape(header.refIdc() << 5 | header.unitType(), bits.toBytes());
  }

  SliceHeader headerOf(byte[] sample) {
    return Pictures.firstSlice(AccessUnit.parse(sample, LENGTH_BYTES), sets());
  }
}
