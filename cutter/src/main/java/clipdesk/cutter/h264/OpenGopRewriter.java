package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.PictureNumbers;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;

/**
 * Makes the entry picture of an open GOP an IDR picture, and gives all pictures up to the next real
 * IDR picture the numbers that follow from that. {@link PictureBuffers} says what becomes of their
 * references.
 */
public final class OpenGopRewriter {
  private final AvcConfiguration configuration;
  private final ParameterSets sets;
  private final int idrPicId;
  private boolean started;
  private boolean finished;
  private Sps sps;
  private PictureBuffers buffers;
  private PictureOrder masterOrder;
  private PictureOrder clipOrder;
  private int lsbShift;
  private int pocShift;
  private int previousFrameNum;
  private int keptReferences;

  /**
   * @param idrPicId for the entry picture
   */
  public OpenGopRewriter(AvcConfiguration configuration, int idrPicId) {
    this.configuration = configuration;
    this.sets = configuration.parameterSets();
    this.idrPicId = idrPicId;
  }

  /** A picture that is not in the clip: it only changes what the master's decoder holds. */
  public void skip(AccessUnit sample) {
    if (!finished) {
      var header = frameHeader(sample);
      requireNoGap(header);
      int poc = masterPoc(header);
      if (header.refIdc() != 0) {
        buffers.skipped(header, poc);
      }
    }
  }

  /**
   * The next picture of the clip, in decode order; the entry picture first.
   *
   * @throws UnsupportedMasterException if the picture cannot stand in the clip
   */
  public byte[] rewrite(AccessUnit sample) {
    if (finished) {
      return sample.bytes();
    }
    var header = frameHeader(sample);
    if (started && header.isIdr()) {
      finished = true;
      return sample.bytes();
    }
    return started ? follow(sample, header) : start(sample, header);
  }

  private SliceHeader frameHeader(AccessUnit sample) {
    Pictures.requireKnownSets(sample, configuration);
    return Pictures.firstSlice(sample, sets);
  }

  private byte[] start(AccessUnit sample, SliceHeader header) {
    started = true;
    var numbers = header.numbers();
    sps = sets.spsOf(sets.pps(header.ppsId()));
    int bottom = Math.min(0, numbers.deltaPocBottom());
    lsbShift = numbers.pocLsb() + bottom;
    masterOrder = new PictureOrder(sps, numbers.pocLsb());
    pocShift = masterOrder.next(numbers, true);
    var idr =
        new PictureNumbers(
            0, false, false, idrPicId, shiftedLsb(numbers), numbers.deltaPocBottom());
    clipOrder = new PictureOrder(sps, idr.pocLsb());
    clipOrder.next(idr, true);
    previousFrameNum = numbers.frameNum();
    keptReferences = 1;
    buffers = new PictureBuffers(sps, numbers.frameNum());
    if (header.refIdc() == 0) {
      throw new UnsupportedMasterException(
          FallbackReason.ENTRY_POINT, "nothing may refer to the entry picture");
    }
    return rewritten(sample, true, slice -> slice.asIdr(idr));
  }

  private byte[] follow(AccessUnit sample, SliceHeader header) {
    requireNoGap(header);
    boolean reference = header.refIdc() != 0;
    var numbers = header.numbers();
    int frameNum = keptReferences % sps.maxFrameNum();
    var renumbered =
        new PictureNumbers(
            frameNum, false, false, 0, shiftedLsb(numbers), numbers.deltaPocBottom());
    int poc = masterPoc(header);
    if (sps.pocType() == 0 && clipOrder.next(renumbered, reference) != poc) {
      throw new UnsupportedMasterException(
          FallbackReason.DANGLING_REFERENCE, "picture order counts would change their distances");
    }
    var marking = buffers.marking(header, frameNum);
    byte[] bytes =
        rewritten(
            sample,
            false,
            slice -> slice.with(renumbered, buffers.references(slice, frameNum, poc), marking));
    if (reference) {
      buffers.kept(header, marking, frameNum, poc);
      keptReferences++;
    }
    return bytes;
  }

  /** The master's order count of the next picture, counted from the entry picture. */
  private int masterPoc(SliceHeader header) {
    return masterOrder.next(header.numbers(), header.refIdc() != 0) - pocShift;
  }

  private int shiftedLsb(PictureNumbers numbers) {
    return sps.pocType() == 0 ? numbers.pocLsb() - lsbShift & (1 << sps.pocLsbBits()) - 1 : 0;
  }

  /** A gap would make the decoder invent pictures (H.264, 8.2.5.2). */
  private void requireNoGap(SliceHeader header) {
    int frameNum = header.numbers().frameNum();
    boolean next = frameNum == (previousFrameNum + 1) % sps.maxFrameNum();
    if (!next && frameNum != previousFrameNum) {
      throw new UnsupportedMasterException(
          FallbackReason.DANGLING_REFERENCE,
          "frame_num %d behind %d".formatted(frameNum, previousFrameNum));
    }
    if (header.refIdc() != 0) {
      previousFrameNum = frameNum;
    }
  }

  /** Gives a slice its new header. */
  private interface HeaderChange {
    SliceHeader of(SliceHeader old);
  }

  private byte[] rewritten(AccessUnit sample, boolean entry, HeaderChange change) {
    var writer = new AccessUnitWriter(configuration.lengthBytes(), sample.bytes().length + 64);
    for (var unit : sample.units()) {
      if (unit.isSlice()) {
        var slice = Slice.parse(sample, unit, sets);
        var pps = sets.pps(slice.header().ppsId());
        writer.add(slice.underSame(change.of(slice.header()), sps, pps));
      } else if (entry && unit.type() == Nal.SEI) {
        byte[] kept = SeiMessages.filter(sample, unit, type -> type != SeiMessages.RECOVERY_POINT);
        if (kept.length > 0) {
          writer.add(kept);
        }
      } else {
        writer.add(sample.bytes(), unit.offset(), unit.length());
      }
    }
    return writer.toBytes();
  }
}
