package clipdesk.cutter.h264;

import clipdesk.cutter.h264.SliceHeader.ListChange;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Construction of reference picture lists for frames (H.264, 8.2.4). A missing picture is
 * represented by an entry that is not in the clip.
 */
final class ReferenceList {
  private ReferenceList() {}

  /** Initial list of P slices: the latest first (8.2.4.2.1). */
  static List<ReferencePicture> initialForP(List<ReferencePicture> buffer) {
    return buffer.reversed();
  }

  /** Initial lists of B slices by order of presentation (8.2.4.2.3). */
  static List<ReferencePicture> initialForB(
      List<ReferencePicture> buffer, int poc, boolean secondList) {
    var past =
        buffer.stream()
            .filter(picture -> picture.poc() < poc)
            .sorted(Comparator.comparingInt(ReferencePicture::poc).reversed())
            .toList();
    var future =
        buffer.stream()
            .filter(picture -> picture.poc() > poc)
            .sorted(Comparator.comparingInt(ReferencePicture::poc))
            .toList();
    List<ReferencePicture> list = new ArrayList<>(secondList ? future : past);
    list.addAll(secondList ? past : future);
    boolean sameAsFirst = past.isEmpty() || future.isEmpty();
    if (secondList && sameAsFirst && list.size() > 1) {
      list.addFirst(list.remove(1));
    }
    return list;
  }

  /**
   * The list after its changes (8.2.4.3.1).
   *
   * @param number of a picture in the stream at hand: old or new {@code frame_num}
   * @param current that of the picture being decoded
   */
  static List<ReferencePicture> changed(
      List<ReferencePicture> initial,
      int active,
      List<ListChange> changes,
      List<ReferencePicture> buffer,
      ToIntFunction<ReferencePicture> number,
      int current,
      int maxFrameNum) {
    List<ReferencePicture> list = new ArrayList<>(initial);
    int predicted = current;
    int at = 0;
    for (var change : changes) {
      if (change.operation() == 2) {
        throw new UnsupportedMasterException(
            FallbackReason.LONG_TERM_REFERENCES, "a list names a long-term picture");
      }
      int step = change.operation() == 0 ? -(change.value() + 1) : change.value() + 1;
      predicted = Math.floorMod(predicted + step, maxFrameNum);
      var picture = find(buffer, number, predicted);
      list.add(Math.min(at, list.size()), picture);
      at++;
      for (int i = list.size() - 1; i >= at; i--) {
        if (list.get(i).equals(picture)) {
          list.remove(i);
        }
      }
    }
    return list.subList(0, Math.min(active, list.size()));
  }

  private static ReferencePicture find(
      List<ReferencePicture> buffer, ToIntFunction<ReferencePicture> number, int wanted) {
    return buffer.stream()
        .filter(picture -> number.applyAsInt(picture) == wanted)
        .findFirst()
        .orElseGet(ReferencePicture::unknown);
  }

  /** Changes that name every picture of a list one by one. */
  static List<ListChange> naming(List<ReferencePicture> list, int current, int maxFrameNum) {
    List<ListChange> changes = new ArrayList<>();
    int predicted = current;
    for (var picture : list) {
      int back = Math.floorMod(predicted - picture.newFrameNum(), maxFrameNum);
      changes.add(new ListChange(0, (back == 0 ? maxFrameNum : back) - 1));
      predicted = picture.newFrameNum();
    }
    return changes;
  }

  /** The same changes between the clip's picture numbers. */
  static List<ListChange> renumbered(
      List<ListChange> changes,
      List<ReferencePicture> buffer,
      int oldCurrent,
      int newCurrent,
      int maxFrameNum) {
    List<ListChange> renumbered = new ArrayList<>();
    int oldPredicted = oldCurrent;
    int newPredicted = newCurrent;
    for (var change : changes) {
      int step = change.operation() == 0 ? -(change.value() + 1) : change.value() + 1;
      oldPredicted = Math.floorMod(oldPredicted + step, maxFrameNum);
      var picture = find(buffer, ReferencePicture::oldFrameNum, oldPredicted);
      int distance = Math.floorMod(picture.newFrameNum() - newPredicted, maxFrameNum);
      if (change.operation() == 0) {
        distance = Math.floorMod(-distance, maxFrameNum);
      }
      renumbered.add(
          new ListChange(change.operation(), (distance == 0 ? maxFrameNum : distance) - 1));
      newPredicted = picture.newFrameNum();
    }
    return renumbered;
  }
}
