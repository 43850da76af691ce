package clipdesk.cutter.h264;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Arrays;

/**
 * One slice NAL unit taken apart: its header, and its data as it stands.
 *
 * @param rbsp the whole RBSP, header included
 */
public record Slice(SliceHeader header, byte[] rbsp) {
  /** Bytes of a slice that surely hold its header; 32 references with weights fit. */
  private static final int HEADER_BYTES = 1024;

  /** Below this quantiser an encoder may prefer raw macroblocks (see {@link #underSame}). */
  private static final int RAW_MACROBLOCK_QP = 20;

  /**
   * @param unit a whole NAL unit
   */
  public static Slice parse(byte[] unit, ParameterSets sets) {
    byte[] rbsp = Nal.unescape(unit, 0, unit.length);
    return new Slice(SliceHeaderParser.parse(rbsp, unit[0], sets), rbsp);
  }

  static Slice parse(AccessUnit sample, AccessUnit.Unit unit, ParameterSets sets) {
    byte[] rbsp = Nal.unescape(sample.bytes(), unit.offset(), unit.length());
    return new Slice(SliceHeaderParser.parse(rbsp, sample.bytes()[unit.offset()], sets), rbsp);
  }

  static SliceHeader parseHeader(AccessUnit sample, AccessUnit.Unit unit, ParameterSets sets) {
    int length = Math.min(unit.length(), HEADER_BYTES);
    byte[] rbsp = Nal.unescape(sample.bytes(), unit.offset(), length);
    return SliceHeaderParser.parse(rbsp, sample.bytes()[unit.offset()], sets);
  }

  /** A NAL unit with another header and this slice's data, for sets that decode it alike. */
  public byte[] under(SliceHeader newHeader, Sps sps, Pps pps) {
    var bits = new BitWriter(rbsp.length + 64);
    new SliceHeaderWriter(bits, sps, pps).write(newHeader);
    if (pps.cabac()) {
      // cabac_alignment_one_bit, then whole bytes (7.3.4).
      bits.align(1);
      int from = (header.dataBit() + 7) / 8;
      bits.bytes(rbsp, from, withoutZeroWords() - from);
    } else {
      bits.copyBits(rbsp, header.dataBit(), new BitReader(rbsp, rbsp.length).stopBit());
      bits.trailingBits();
    }
    return Nal.escape(newHeader.refIdc() << 5 | newHeader.unitType(), bits.toBytes());
  }

  /**
   * As {@link #under}, for slices of the master. Raw macroblocks (I_PCM) start at a byte boundary;
   * in CAVLC a shift by anything but whole bytes would damage them. Where the quantiser makes them
   * thinkable, such a shift is refused.
   */
  byte[] underSame(SliceHeader newHeader, Sps sps, Pps pps) {
    var bits = new BitWriter(64);
    new SliceHeaderWriter(bits, sps, pps).write(newHeader);
    boolean shifted = (bits.position() - header.dataBit()) % 8 != 0;
    if (!pps.cabac() && shifted && header.sliceQp() < RAW_MACROBLOCK_QP) {
      throw new UnsupportedMasterException(
          FallbackReason.SLICE_TOOLS, "raw macroblocks might be shifted");
    }
    return under(newHeader, sps, pps);
  }

  /** Length without {@code cabac_zero_words}, which only fill (7.3.2.10). */
  private int withoutZeroWords() {
    return new BitReader(rbsp, rbsp.length).stopBit() / 8 + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice slice
        && header.equals(slice.header)
        && Arrays.equals(rbsp, slice.rbsp);
  }

  @Override
  public int hashCode() {
    return header.hashCode();
  }
}
