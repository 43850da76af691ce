package clipdesk.cutter.h264;

import static clipdesk.cutter.h264.HeaderStream.back;
import static clipdesk.cutter.h264.HeaderStream.forget;
import static clipdesk.cutter.h264.HeaderStream.header;
import static clipdesk.cutter.h264.HeaderStream.marking;
import static clipdesk.cutter.h264.HeaderStream.naming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.h264.SliceHeader.ListChange;
import clipdesk.cutter.h264.SliceHeader.ReferenceMarking;
import clipdesk.cutter.h264.SliceHeader.Type;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The entry picture has {@code frame_num} 5 in the master, and four frames fit. */
class PictureBuffersTest {
  private static final int ENTRY = 5;

  private final PictureBuffers buffers = new PictureBuffers(new HeaderStream().sps(), ENTRY);
  private int kept = 1;

  private static SliceHeader p(int frameNum) {
    return header(Type.P, true, frameNum, 0);
  }

  private void keep(SliceHeader header, int poc) {
    buffers.kept(header, buffers.marking(header, kept), kept, poc);
    kept++;
  }

  private List<ListChange> changes(SliceHeader slice, int poc) {
    return buffers.references(slice, kept, poc).changes0();
  }

  private void refuses(SliceHeader slice, int poc) {
    assertThatThrownBy(() -> changes(slice, poc)).isInstanceOf(UnsupportedMasterException.class);
  }

  @Test
  void defaultListOfPicturesThatAreAllKeptNeedsNoChange() {
    keep(p(6), 2);
    keep(p(7), 4);

    assertThat(changes(naming(p(8), 3, List.of()), 6)).isEmpty();
  }

  @Test
  void picturesBeforeTheEntryAreInTheMastersBufferUntilOthersPushThemOut() {
    refuses(naming(p(6), 2, List.of()), 2);
    keep(p(6), 2);
    keep(p(7), 4);
    refuses(naming(p(8), 4, List.of()), 6);
    keep(p(8), 6);

    assertThat(changes(naming(p(9), 4, List.of()), 8)).isEmpty();
  }

  @Test
  void changesNameTheSamePicturesByTheirNumbersInTheClip() {
    buffers.skipped(p(6), -2);
    keep(p(7), 2);

    // The entry lies three back in the master and two back in the clip.
    assertThat(changes(naming(p(8), 1, back(3)), 4)).isEqualTo(back(2));
  }

  @Test
  void listThatOnlyTheMastersBufferGivesByDefaultIsNamedPictureByPicture() {
    var forgetting = marking(p(6), forget(1));
    keep(p(6), 2);
    buffers.skipped(marking(p(7), forget(2)), -2);

    assertThat(forgetting.marking().adaptive()).isTrue();
    // In the master the entry is forgotten and the left out picture named away; the clip has both.
    assertThat(changes(naming(p(8), 1, back(2)), 4)).isEqualTo(back(1));
  }

  @Test
  void memoryOperationOnAKeptPictureGetsItsNumberInTheClip() {
    buffers.skipped(p(6), -2);
    keep(p(7), 2);

    assertThat(buffers.marking(marking(p(8), forget(3)), kept)).isEqualTo(forget(2));
  }

  @Test
  void memoryOperationOnAPictureThatIsNotInTheClipIsLeftOut() {
    buffers.skipped(p(6), -2);
    keep(p(7), 2);

    assertThat(buffers.marking(marking(p(8), forget(2)), kept))
        .isEqualTo(ReferenceMarking.SLIDING_WINDOW);
  }

  @Test
  void forgottenPictureIsInNoListAnyMore() {
    keep(p(6), 2);
    keep(p(7), 4);
    keep(marking(p(8), forget(2)), 6);

    // 8, 7 and the entry: 6 is gone from both buffers.
    assertThat(changes(naming(p(9), 3, List.of()), 8)).isEmpty();
    refuses(naming(p(9), 4, List.of()), 8);
  }

  @Test
  void oldestPictureLeavesFirst() {
    for (int i = 1; i <= HeaderStream.REFERENCE_FRAMES; i++) {
      keep(p(ENTRY + i), 2 * i);
    }

    refuses(naming(p(10), 1, back(5)), 10);
    assertThat(changes(naming(p(10), 1, back(4)), 10)).isEqualTo(back(4));
  }

  @Test
  void listsOfBPicturesFollowTheOrderOfPresentation() {
    keep(p(6), 8);
    buffers.skipped(p(7), -2);
    var b = header(Type.B, false, 8, 0);

    // The entry, what is shown before it, what is shown later.
    assertThat(changes(naming(b, 1, List.of()), 4)).isEmpty();
    refuses(naming(b, 2, List.of()), 4);
  }
}
