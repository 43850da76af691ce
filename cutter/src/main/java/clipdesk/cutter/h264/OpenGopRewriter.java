package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.ListChange;
import clipdesk.cutter.h264.SliceHeader.MemoryOperation;
import clipdesk.cutter.h264.SliceHeader.PictureNumbers;
import clipdesk.cutter.h264.SliceHeader.ReferenceMarking;
import clipdesk.cutter.h264.SliceHeader.References;
import clipdesk.cutter.h264.SliceHeader.Type;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the entry picture of an open GOP an IDR picture, and gives all pictures up to the next real
 * IDR picture the numbers that follow from that. The decoded picture buffer is modelled twice, as
 * the master's decoder holds it and as the clip's will: a picture that refers, or by a default list
 * may refer, to one that is not in the clip is refused.
 */
public final class OpenGopRewriter {
  private final AvcConfiguration configuration;
  private final ParameterSets sets;
  private final int idrPicId;
  private final List<ReferencePicture> masterBuffer = new ArrayList<>();
  private final List<ReferencePicture> clipBuffer = new ArrayList<>();
  private boolean started;
  private boolean finished;
  private Sps sps;
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
      int poc = masterOrder.next(header.numbers(), header.refIdc() != 0);
      if (header.refIdc() != 0) {
        var picture =
            new ReferencePicture(header.numbers().frameNum(), ReferencePicture.ABSENT, poc);
        mark(masterBuffer, header, picture);
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
    var entry = new ReferencePicture(numbers.frameNum(), 0, 0);
    for (int i = 1; i < bufferSize(); i++) {
      masterBuffer.add(ReferencePicture.unknown());
    }
    masterBuffer.add(entry);
    clipBuffer.add(entry);
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
    int poc = masterOrder.next(numbers, reference) - pocShift;
    if (sps.pocType() == 0 && clipOrder.next(renumbered, reference) != poc) {
      throw new UnsupportedMasterException(
          FallbackReason.DANGLING_REFERENCE, "picture order counts would change their distances");
    }
    var marking = renumbered(header, frameNum);
    byte[] bytes =
        rewritten(
            sample,
            false,
            slice -> slice.with(renumbered, references(slice, frameNum, poc), marking));
    if (reference) {
      var picture = new ReferencePicture(numbers.frameNum(), frameNum, poc);
      mark(masterBuffer, header, picture);
      markClip(marking, frameNum, picture);
      keptReferences++;
    }
    return bytes;
  }

  private int shiftedLsb(PictureNumbers numbers) {
    return sps.pocType() == 0 ? numbers.pocLsb() - lsbShift & (1 << sps.pocLsbBits()) - 1 : 0;
  }

  private int bufferSize() {
    return Math.max(1, sps.maxRefFrames());
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

  private References references(SliceHeader slice, int frameNum, int poc) {
    var old = slice.references();
    if (slice.type() == Type.I) {
      return old;
    }
    boolean both = slice.type() == Type.B;
    return new References(
        old.active0(),
        old.active1(),
        changes(slice, old.active0(), old.changes0(), frameNum, poc, false),
        both ? changes(slice, old.active1(), old.changes1(), frameNum, poc, true) : List.of());
  }

  /** Changes that give the clip's decoder the same pictures in the same places. */
  private List<ListChange> changes(
      SliceHeader slice,
      int active,
      List<ListChange> old,
      int frameNum,
      int poc,
      boolean secondList) {
    int max = sps.maxFrameNum();
    int oldFrameNum = slice.numbers().frameNum();
    var wanted =
        ReferenceList.changed(
            initial(masterBuffer, slice.type(), poc, secondList),
            active,
            old,
            masterBuffer,
            ReferencePicture::oldFrameNum,
            oldFrameNum,
            max);
    if (!wanted.stream().allMatch(ReferencePicture::isInClip)) {
      throw new UnsupportedMasterException(
          FallbackReason.DANGLING_REFERENCE, "a reference list names a picture before the clip");
    }
    var renumbered = ReferenceList.renumbered(old, masterBuffer, oldFrameNum, frameNum, max);
    var found =
        ReferenceList.changed(
            initial(clipBuffer, slice.type(), poc, secondList),
            active,
            renumbered,
            clipBuffer,
            ReferencePicture::newFrameNum,
            frameNum,
            max);
    return found.equals(wanted) ? renumbered : ReferenceList.naming(wanted, frameNum, max);
  }

  private static List<ReferencePicture> initial(
      List<ReferencePicture> buffer, Type type, int poc, boolean secondList) {
    return type == Type.B
        ? ReferenceList.initialForB(buffer, poc, secondList)
        : ReferenceList.initialForP(buffer);
  }

  /** Memory operations on pictures of the clip, with its numbers; the others are left out. */
  private ReferenceMarking renumbered(SliceHeader header, int frameNum) {
    var marking = header.marking();
    if (!marking.adaptive()) {
      return marking;
    }
    List<MemoryOperation> operations = new ArrayList<>();
    for (var operation : marking.operations()) {
      int old = named(header, operation);
      for (var picture : clipBuffer) {
        if (picture.oldFrameNum() == old && isHeld(masterBuffer, picture)) {
          int back = Math.floorMod(frameNum - picture.newFrameNum(), sps.maxFrameNum());
          operations.add(new MemoryOperation(MemoryOperation.FORGET_SHORT_TERM, back - 1, 0));
        }
      }
    }
    return operations.isEmpty()
        ? ReferenceMarking.SLIDING_WINDOW
        : new ReferenceMarking(false, false, true, operations);
  }

  private static boolean isHeld(List<ReferencePicture> buffer, ReferencePicture picture) {
    return buffer.contains(picture);
  }

  /** {@code frame_num} of the picture that an operation names in the master. */
  private int named(SliceHeader header, MemoryOperation operation) {
    if (operation.operation() != MemoryOperation.FORGET_SHORT_TERM) {
      throw new UnsupportedMasterException(
          FallbackReason.LONG_TERM_REFERENCES,
          "memory operation %d".formatted(operation.operation()));
    }
    return Math.floorMod(header.numbers().frameNum() - operation.first() - 1, sps.maxFrameNum());
  }

  /** Reference marking in the master's decoder (8.2.5). */
  private void mark(List<ReferencePicture> buffer, SliceHeader header, ReferencePicture picture) {
    for (var operation : header.marking().operations()) {
      int old = named(header, operation);
      boolean known = buffer.removeIf(held -> held.oldFrameNum() == old);
      if (!known) {
        buffer.remove(ReferencePicture.unknown());
      }
    }
    slide(buffer);
    buffer.add(picture);
  }

  private void markClip(ReferenceMarking marking, int frameNum, ReferencePicture picture) {
    for (var operation : marking.operations()) {
      int forgotten = Math.floorMod(frameNum - operation.first() - 1, sps.maxFrameNum());
      clipBuffer.removeIf(held -> held.newFrameNum() == forgotten);
    }
    if (marking.adaptive() && clipBuffer.size() >= bufferSize()) {
      throw new UnsupportedMasterException(
          FallbackReason.DANGLING_REFERENCE, "more references than the buffer holds");
    }
    slide(clipBuffer);
    clipBuffer.add(picture);
  }

  private void slide(List<ReferencePicture> buffer) {
    while (buffer.size() >= bufferSize()) {
      buffer.removeFirst();
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
