package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.ListChange;
import clipdesk.cutter.h264.SliceHeader.MemoryOperation;
import clipdesk.cutter.h264.SliceHeader.ReferenceMarking;
import clipdesk.cutter.h264.SliceHeader.References;
import clipdesk.cutter.h264.SliceHeader.Type;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoded picture buffer from an entry picture on, modelled twice: as the master's decoder
 * holds it and as the clip's will (H.264, 8.2.4 and 8.2.5). What a picture says of its references
 * is said anew, so that the clip's decoder finds the same pictures in the same places; a picture
 * that refers, or by a default list may refer, to one that is not in the clip is refused.
 */
final class PictureBuffers {
  private final Sps sps;
  private final List<ReferencePicture> master = new ArrayList<>();
  private final List<ReferencePicture> clip = new ArrayList<>();

  /**
   * @param entryFrameNum {@code frame_num} that the entry picture has in the master; what the
   *     master's decoder holds besides is not known
   */
  PictureBuffers(Sps sps, int entryFrameNum) {
    this.sps = sps;
    var entry = new ReferencePicture(entryFrameNum, 0, 0);
    for (int i = 1; i < size(); i++) {
      master.add(ReferencePicture.unknown());
    }
    master.add(entry);
    clip.add(entry);
  }

  private int size() {
    return Math.max(1, sps.maxRefFrames());
  }

  /**
   * What a slice of the clip has to say of its reference lists.
   *
   * @param frameNum that of the picture in the clip
   * @param poc its picture order count, that of the entry picture being 0
   */
  References references(SliceHeader slice, int frameNum, int poc) {
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
            initial(master, slice.type(), poc, secondList),
            active,
            old,
            master,
            ReferencePicture::oldFrameNum,
            oldFrameNum,
            max);
    if (!wanted.stream().allMatch(ReferencePicture::isInClip)) {
      throw new UnsupportedMasterException(
          FallbackReason.DANGLING_REFERENCE, "a reference list names a picture before the clip");
    }
    var renumbered = ReferenceList.renumbered(old, master, oldFrameNum, frameNum, max);
    var found =
        ReferenceList.changed(
            initial(clip, slice.type(), poc, secondList),
            active,
            renumbered,
            clip,
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

  /**
   * What a picture of the clip has to say of the pictures held: its memory operations on those of
   * the clip, with their numbers there; the others are left out.
   *
   * @param frameNum that of the picture in the clip
   */
  ReferenceMarking marking(SliceHeader header, int frameNum) {
    var marking = header.marking();
    if (!marking.adaptive()) {
      return marking;
    }
    List<MemoryOperation> operations = new ArrayList<>();
    for (var operation : marking.operations()) {
      int old = named(header, operation);
      for (var picture : clip) {
        if (picture.oldFrameNum() == old && master.contains(picture)) {
          int back = Math.floorMod(frameNum - picture.newFrameNum(), sps.maxFrameNum());
          operations.add(new MemoryOperation(MemoryOperation.FORGET_SHORT_TERM, back - 1, 0));
        }
      }
    }
    return operations.isEmpty()
        ? ReferenceMarking.SLIDING_WINDOW
        : new ReferenceMarking(false, false, true, operations);
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

  /** A reference picture was decoded that is in the master only. */
  void skipped(SliceHeader header, int poc) {
    int frameNum = header.numbers().frameNum();
    markMaster(header, new ReferencePicture(frameNum, ReferencePicture.ABSENT, poc));
  }

  /**
   * A reference picture was decoded that is in the clip, too.
   *
   * @param marking what it says there
   * @param frameNum that of the picture in the clip
   */
  void kept(SliceHeader header, ReferenceMarking marking, int frameNum, int poc) {
    var picture = new ReferencePicture(header.numbers().frameNum(), frameNum, poc);
    markMaster(header, picture);
    markClip(marking, frameNum, picture);
  }

  private void markMaster(SliceHeader header, ReferencePicture picture) {
    for (var operation : header.marking().operations()) {
      int old = named(header, operation);
      boolean known = master.removeIf(held -> held.oldFrameNum() == old);
      if (!known) {
        master.remove(ReferencePicture.unknown());
      }
    }
    slide(master);
    master.add(picture);
  }

  private void markClip(ReferenceMarking marking, int frameNum, ReferencePicture picture) {
    for (var operation : marking.operations()) {
      int forgotten = Math.floorMod(frameNum - operation.first() - 1, sps.maxFrameNum());
      clip.removeIf(held -> held.newFrameNum() == forgotten);
    }
    if (marking.adaptive() && clip.size() >= size()) {
      throw new UnsupportedMasterException(
          FallbackReason.DANGLING_REFERENCE, "more references than the buffer holds");
    }
    slide(clip);
    clip.add(picture);
  }

  private void slide(List<ReferencePicture> buffer) {
    while (buffer.size() >= size()) {
      buffer.removeFirst();
    }
  }
}
