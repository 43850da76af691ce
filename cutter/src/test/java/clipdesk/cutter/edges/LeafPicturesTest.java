package clipdesk.cutter.edges;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h264.SliceHeader;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.plan.VideoPlan;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two groups of a reference, a B picture that others refer to, and two that nothing refers to. */
class LeafPicturesTest {
  private static final int[] SHOWN = {0, 4, 2, 1, 3, 8, 6, 5, 7};
  private static final int MAX_FRAME_NUM = 16;

  @Test
  void picturesDecodedBehindBothNeighboursMayBeLeftOut() {
    assertThat(leftOut(8)).containsExactly(3, 4, 7, 8);
  }

  @Test
  void picturesOfTheEdgeAreNeverLeftOut() {
    assertThat(leftOut(3)).containsExactly(3);
    assertThat(leftOut(0)).isEmpty();
  }

  @Test
  void pictureWithoutANeighbourBeforeItIsRead() {
    var open = new int[] {2, 0, 1, 5, 3, 4};

    assertThat(leftOut(open, 5)).containsExactly(2, 5);
  }

  @Test
  void numberThatFollowsProvesLeaves() {
    var leaves = leaves(SHOWN, 8);
    leaves.see(header(1, 15, List.of()));
    leaves.see(header(0, 0, List.of()));

    assertThat(leaves.wereLeaves(2, header(1, 0, List.of()), MAX_FRAME_NUM)).isTrue();
    assertThat(leaves.wereLeaves(2, header(1, 1, List.of()), MAX_FRAME_NUM)).isFalse();
    assertThat(leaves.wereLeaves(MAX_FRAME_NUM, header(1, 0, List.of()), MAX_FRAME_NUM)).isFalse();
  }

  @Test
  void numbersStartAgainBehindAPictureThatForgetsAll() {
    var leaves = leaves(SHOWN, 8);
    leaves.see(header(1, 7, List.of(new SliceHeader.MemoryOperation(5, 0, 0))));

    assertThat(leaves.wereLeaves(1, header(1, 1, List.of()), MAX_FRAME_NUM)).isTrue();
    assertThat(leaves.wereLeaves(1, header(1, 8, List.of()), MAX_FRAME_NUM)).isFalse();
  }

  @Test
  void nothingIsProvenWithoutAReference() {
    assertThat(leaves(SHOWN, 8).wereLeaves(1, header(1, 1, List.of()), MAX_FRAME_NUM)).isFalse();
  }

  private static List<Integer> leftOut(int edge) {
    return leftOut(SHOWN, edge);
  }

  private static List<Integer> leftOut(int[] shown, int edge) {
    var leaves = leaves(shown, edge);
    return IntStream.range(0, shown.length).filter(leaves::mayBe).boxed().toList();
  }

  /** Of an edge that begins with the frame shown at this time. */
  private static LeafPictures leaves(int[] shown, int edge) {
    int count = shown.length;
    var sync = new BitSet();
    sync.set(0);
    var samples =
        new SampleWindow(
            0,
            IntStream.range(0, count).asLongStream().toArray(),
            IntStream.range(0, count).map(i -> shown[i] - i).toArray(),
            IntStream.range(0, count).map(_ -> 1).toArray(),
            new int[count],
            new long[count],
            sync,
            1);
    return new LeafPictures(new VideoPlan.Edge(edge, 100, 1, 0, count), samples);
  }

  private static SliceHeader header(
      int refIdc, int frameNum, List<SliceHeader.MemoryOperation> operations) {
    return new SliceHeader(
        refIdc,
        Nal.SLICE,
        0,
        0,
        0,
        0,
        new SliceHeader.PictureNumbers(frameNum, false, false, 0, 0, 0),
        true,
        new SliceHeader.References(0, 0, List.of(), List.of()),
        Optional.empty(),
        new SliceHeader.ReferenceMarking(false, false, !operations.isEmpty(), operations),
        0,
        26,
        new SliceHeader.Deblocking(0, 0, 0),
        0);
  }
}
