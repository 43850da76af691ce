package clipdesk.cutter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Pieces of 1,000 bytes, a gap of 200 bytes behind each; requests are counted. */
class SpanReaderTest {
  private static final int PIECE = 1000;
  private static final int STRIDE = 1200;
  private static final int MEBI = 1 << 20;

  private final byte[] bytes = new byte[20 * MEBI];
  private final CountingSource counted = new CountingSource(source());
  private final RecentReads recent = new RecentReads(counted);

  private MemorySource source() {
    new Random(3).nextBytes(bytes);
    return new MemorySource(bytes, "master");
  }

  @Test
  void piecesThatLieCloseAreOneRequest() throws IOException {
    var reader = reader(i -> (long) STRIDE * i, i -> PIECE, i -> true, 100);

    for (int i = 0; i < 100; i++) {
      assertThat(reader.read(i)).isEqualTo(range(STRIDE * i, PIECE));
    }

    assertThat(counted.reads()).isEqualTo(1);
    assertThat(counted.bytesRead()).isEqualTo(99 * STRIDE + PIECE);
  }

  @Test
  void whatLiesBetweenThePiecesIsThereForOthers() throws IOException {
    reader(i -> (long) STRIDE * i, i -> PIECE, i -> true, 10).read(0);

    var gap = ByteBuffer.allocate(STRIDE - PIECE);
    recent.read(PIECE, gap);

    assertThat(gap.array()).isEqualTo(range(PIECE, STRIDE - PIECE));
    assertThat(counted.reads()).isEqualTo(1);
  }

  @Test
  void spanThatIsPartlyHeldIsReadAroundThat() throws IOException {
    recent.read(5000, ByteBuffer.allocate(3000));
    var reader = reader(i -> (long) STRIDE * i, i -> PIECE, i -> true, 10);

    for (int i = 0; i < 10; i++) {
      assertThat(reader.read(i)).isEqualTo(range(STRIDE * i, PIECE));
    }

    assertThat(counted.bytesRead()).isEqualTo(9 * STRIDE + PIECE);
    assertThat(counted.reads()).isEqualTo(3);
  }

  @Test
  void requestsReachOverTwoMebibytesAndNoFurther() throws IOException {
    var reader = reader(i -> (long) MEBI * i, i -> MEBI, i -> true, 9);

    for (int i = 0; i < 9; i++) {
      assertThat(reader.read(i)).isEqualTo(range(MEBI * i, MEBI));
    }

    assertThat(counted.reads()).isEqualTo(5);
    assertThat(counted.bytesRead()).isEqualTo(9 * MEBI);
  }

  @Test
  void wideGapIsNotReadOver() throws IOException {
    var reader = reader(i -> (long) MEBI * i, i -> PIECE, i -> true, 3);

    for (int i = 0; i < 3; i++) {
      assertThat(reader.read(i)).isEqualTo(range(MEBI * i, PIECE));
    }

    assertThat(counted.bytesRead()).isEqualTo(3 * PIECE);
  }

  @Test
  void piecesThatAreNotNeededAreReadWhenTheyAreAskedForAllTheSame() throws IOException {
    int large = 20_000;
    var reader = reader(i -> (long) large * i, i -> large, i -> i % 3 == 0, 10);

    for (int i = 0; i < 10; i += 3) {
      assertThat(reader.read(i)).isEqualTo(range(large * i, large));
    }
    assertThat(counted.bytesRead()).isEqualTo(4 * large);

    assertThat(reader.read(4)).isEqualTo(range(4 * large, large));
    assertThat(counted.bytesRead()).isEqualTo(5 * large);
  }

  @Test
  void requestsAreCountedAsTheyAreMade() throws IOException {
    var pieces =
        new SpanReader.Pieces(
            i -> (long) (i < 10 ? STRIDE : MEBI) * i, i -> PIECE, i -> i % 2 == 1, 0, 14);
    var reader = new SpanReader(recent, pieces);

    for (int i = 1; i < 14; i += 2) {
      reader.read(i);
    }

    assertThat(counted.reads()).isEqualTo(pieces.requests()).isEqualTo(3);
  }

  @Test
  void piecesOfForgottenSpansAreReadAgain() throws IOException {
    var reader = reader(i -> (long) STRIDE * i, i -> PIECE, i -> true, 10);
    reader.read(0);

    recent.read(MEBI, ByteBuffer.allocate(16 * MEBI));

    assertThat(reader.read(7)).isEqualTo(range(7 * STRIDE, PIECE));
  }

  private SpanReader reader(
      IntToLongFunction offset, IntUnaryOperator size, IntPredicate needed, int end) {
    return new SpanReader(recent, new SpanReader.Pieces(offset, size, needed, 0, end));
  }

  private byte[] range(int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
