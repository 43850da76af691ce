package clipdesk.cutter.h264;

import static clipdesk.cutter.h264.HeaderStream.header;
import static clipdesk.cutter.h264.HeaderStream.marking;
import static clipdesk.cutter.h264.HeaderStream.naming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.h264.SliceHeader.PictureNumbers;
import clipdesk.cutter.h264.SliceHeader.ReferenceMarking;
import clipdesk.cutter.h264.SliceHeader.Type;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry picture with {@code frame_num} 14 and order count 20, and pictures behind it. */
class OpenGopRewriterTest {
  private static final int ENTRY_NUM = 14;
  private static final int ENTRY_POC = 20;
  private static final int IDR_ID = 7;

  private final HeaderStream stream = new HeaderStream();
  private final OpenGopRewriter rewriter = new OpenGopRewriter(stream.configuration(), IDR_ID);

  private static SliceHeader entry() {
    return header(Type.I, true, ENTRY_NUM, ENTRY_POC);
  }

  private static SliceHeader p(int behind, int poc) {
    return header(Type.P, true, ENTRY_NUM + behind, ENTRY_POC + poc);
  }

  private static SliceHeader b(int behind, int poc) {
    return header(Type.B, false, ENTRY_NUM + behind, ENTRY_POC + poc);
  }

  private SliceHeader rewritten(SliceHeader header) {
    return stream.headerOf(rewriter.rewrite(stream.sample(header)));
  }

  private void start() {
    rewriter.rewrite(stream.entry(entry()));
  }

  private void refuses(SliceHeader header, FallbackReason reason) {
    assertThatThrownBy(() -> rewriter.rewrite(stream.sample(header)))
        .isInstanceOfSatisfying(
            UnsupportedMasterException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void entryBecomesAnIdrPictureAndRecoversFromNothingAnyMore() {
    byte[] sample = rewriter.rewrite(stream.entry(entry()));

    var header = stream.headerOf(sample);
    assertThat(header.isIdr()).isTrue();
    assertThat(header.numbers()).isEqualTo(new PictureNumbers(0, false, false, IDR_ID, 0, 0));
    assertThat(AccessUnit.parse(sample, HeaderStream.LENGTH_BYTES).units())
        .extracting(AccessUnit.Unit::type)
        .containsExactly(Nal.IDR_SLICE);
  }

  @Test
  void entryThatNothingMayReferToIsRefused() {
    refuses(header(Type.I, false, ENTRY_NUM, ENTRY_POC), FallbackReason.ENTRY_POINT);
  }

  @Test
  void numbersCountFromTheEntryOnAndWrapWhereTheMastersDo() {
    start();
    for (int i = 1; i <= 2 * HeaderStream.MAX_FRAME_NUM; i++) {
      assertThat(rewritten(p(i, 2 * i)).numbers())
          .isEqualTo(
              new PictureNumbers(
                  i % HeaderStream.MAX_FRAME_NUM, false, false, 0, Math.floorMod(2 * i, 64), 0));
    }
  }

  @Test
  void leadingReferenceThatIsLeftOutMovesNoNumber() {
    start();
    rewriter.skip(stream.sample(header(Type.B, true, ENTRY_NUM + 1, ENTRY_POC - 2)));

    var next = rewritten(naming(p(2, 8), 1, HeaderStream.back(2)));

    assertThat(next.numbers().frameNum()).isEqualTo(1);
    assertThat(next.references().changes0()).isEqualTo(HeaderStream.back(1));
  }

  @Test
  void pictureWhoseListNamesALeftOutOneIsRefused() {
    start();
    rewriter.skip(stream.sample(header(Type.B, true, ENTRY_NUM + 1, ENTRY_POC - 2)));

    refuses(p(2, 8), FallbackReason.DANGLING_REFERENCE);
  }

  @Test
  void leftOutPictureStandsInListsWhereItIsShown() {
    start();
    rewriter.skip(stream.sample(header(Type.B, true, ENTRY_NUM + 1, ENTRY_POC - 2)));
    rewritten(naming(p(2, 6), 1, HeaderStream.back(2)));
    rewritten(naming(p(3, 8), 1, HeaderStream.back(1)));

    // By default: the entry, what was shown before it, then what is shown later.
    refuses(naming(b(4, 4), 3, List.of()), FallbackReason.DANGLING_REFERENCE);
  }

  @Test
  void listOfPicturesThatAreAllThereStays() {
    start();
    rewritten(p(1, 6));
    rewritten(p(2, 8));
    rewritten(p(3, 10));

    var header = rewritten(naming(b(4, 4), 3, List.of()));

    assertThat(header.references().active0()).isEqualTo(3);
    assertThat(header.references().changes0()).isEmpty();
  }

  @Test
  void gapInTheMastersNumbersIsRefused() {
    start();
    rewritten(p(1, 4));

    refuses(p(3, 8), FallbackReason.DANGLING_REFERENCE);
  }

  @Test
  void longTermReferenceIsRefused() {
    start();
    var longTerm =
        new ReferenceMarking(false, false, true, List.of(new SliceHeader.MemoryOperation(6, 0, 0)));

    refuses(marking(p(1, 4), longTerm), FallbackReason.LONG_TERM_REFERENCES);
  }

  @Test
  void fromTheNextIdrPictureOnNothingChanges() {
    start();
    var idr = stream.sample(entry().asIdr(new PictureNumbers(0, false, false, 3, 0, 0)));
    var behind = stream.sample(header(Type.P, true, 1, 4));

    assertThat(rewriter.rewrite(idr)).isSameAs(idr.bytes());
    assertThat(rewriter.rewrite(behind)).isSameAs(behind.bytes());
  }

  @Test
  void dataBehindTheHeaderStays() {
    start();
    var sample = stream.sample(p(1, 2));

    var rewrittenSample = AccessUnit.parse(rewriter.rewrite(sample), HeaderStream.LENGTH_BYTES);

    assertThat(data(rewrittenSample)).isEqualTo(data(sample)).hasSize(8);
  }

  private List<Boolean> data(AccessUnit sample) {
    var slice = Slice.parse(sample, sample.firstSlice().orElseThrow(), stream.sets());
    byte[] rbsp = slice.rbsp();
    int end = new BitReader(rbsp, rbsp.length).stopBit();
    return java.util.stream.IntStream.range(slice.header().dataBit(), end)
        .mapToObj(bit -> (rbsp[bit / 8] >> (7 - bit % 8) & 1) == 1)
        .toList();
  }
}
