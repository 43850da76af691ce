package clipdesk.cutter.edges;

import clipdesk.cutter.h264.AccessUnitWriter;
import clipdesk.cutter.h264.AnnexB;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h264.Slice;
import clipdesk.cutter.h264.SliceHeader.PictureNumbers;
import clipdesk.cutter.report.CutMethod;
import java.util.List;

/**
 * Writes the encoder's pictures as samples of the master's stream: slice headers under the chosen
 * parameter sets, picture numbers counted from an IDR picture, the encoder's own parameter sets and
 * SEI left out.
 */
final class EdgeRewriter {
  private static final byte[] DELIMITER_OF_ANY_SLICES = {Nal.ACCESS_UNIT_DELIMITER, (byte) 0xf0};

  private final EdgeJoin join;
  private final int idrPicId;
  private final boolean delimiters;
  private int picture;

  /**
   * @param idrPicId different from that of the IDR picture next to the edge
   * @param delimiters whether each sample starts with an access unit delimiter
   */
  EdgeRewriter(EdgeJoin join, int idrPicId, boolean delimiters) {
    this.join = join;
    this.idrPicId = idrPicId;
    this.delimiters = delimiters;
  }

  /**
   * The next picture, in order of presentation.
   *
   * @param encoded what the encoder wrote, as a byte stream
   * @param sei units to put before the first slice
   */
  byte[] rewrite(byte[] encoded, List<byte[]> sei) {
    var sample = new AccessUnitWriter(join.configuration().lengthBytes(), encoded.length + 64);
    if (delimiters) {
      sample.add(DELIMITER_OF_ANY_SLICES);
    }
    sei.forEach(sample::add);
    for (byte[] unit : AnnexB.units(encoded)) {
      int type = Nal.type(unit[0]);
      if (type == Nal.SLICE || type == Nal.IDR_SLICE) {
        sample.add(join.method() == CutMethod.TWO_SPS ? unit : slice(unit));
      }
    }
    picture++;
    return sample.toBytes();
  }

  private byte[] slice(byte[] unit) {
    var slice = Slice.parse(unit, join.encoderSets());
    var sps = join.sps();
    int deltaBottom = sps.frameMbsOnly() ? 0 : slice.header().numbers().deltaPocBottom();
    // The smaller count of both fields of an IDR picture is 0 (8.2.1).
    int poc = 2 * picture - Math.min(0, deltaBottom);
    var numbers =
        new PictureNumbers(picture % sps.maxFrameNum(), false, false, idrPicId, poc, deltaBottom);
    return slice.under(slice.header().with(numbers), sps, join.pps());
  }
}
