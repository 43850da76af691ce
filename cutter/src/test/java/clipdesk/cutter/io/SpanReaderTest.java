package clipdesk.cutter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
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
    var reader = new SpanReader(recent, i -> (long) STRIDE * i, i -> PIECE, 100);

    for (int i = 0; i < 100; i++) {
      assertThat(reader.read(i)).isEqualTo(range(STRIDE * i, PIECE));
    }

    assertThat(counted.reads()).isEqualTo(1);
    assertThat(counted.bytesRead()).isEqualTo(99 * STRIDE + PIECE);
  }

  @Test
  void whatLiesBetweenThePiecesIsThereForOthers() throws IOException {
    new SpanReader(recent, i -> (long) STRIDE * i, i -> PIECE, 10).read(0);

    var gap = ByteBuffer.allocate(STRIDE - PIECE);
    recent.read(PIECE, gap);

    assertThat(gap.array()).isEqualTo(range(PIECE, STRIDE - PIECE));
    assertThat(counted.reads()).isEqualTo(1);
  }

  @Test
  void spanThatIsPartlyHeldIsReadAroundThat() throws IOException {
    recent.read(5000, ByteBuffer.allocate(3000));
    var reader = new SpanReader(recent, i -> (long) STRIDE * i, i -> PIECE, 10);

    for (int i = 0; i < 10; i++) {
      assertThat(reader.read(i)).isEqualTo(range(STRIDE * i, PIECE));
    }

    assertThat(counted.bytesRead()).isEqualTo(9 * STRIDE + PIECE);
    assertThat(counted.reads()).isEqualTo(3);
  }

  @Test
  void requestsReachOverFourMebibytesAndNoFurther() throws IOException {
    var reader = new SpanReader(recent, i -> (long) MEBI * i, i -> MEBI, 9);

    for (int i = 0; i < 9; i++) {
      assertThat(reader.read(i)).isEqualTo(range(MEBI * i, MEBI));
    }

    assertThat(counted.reads()).isEqualTo(3);
    assertThat(counted.bytesRead()).isEqualTo(9 * MEBI);
  }

  @Test
  void wideGapIsNotReadOver() throws IOException {
    var reader = new SpanReader(recent, i -> (long) MEBI * i, i -> PIECE, 3);

    for (int i = 0; i < 3; i++) {
      assertThat(reader.read(i)).isEqualTo(range(MEBI * i, PIECE));
    }

    assertThat(counted.bytesRead()).isEqualTo(3 * PIECE);
  }

  @Test
  void piecesOfForgottenSpansAreReadAgain() throws IOException {
    var reader = new SpanReader(recent, i -> (long) STRIDE * i, i -> PIECE, 10);
    reader.read(0);

    recent.read(MEBI, ByteBuffer.allocate(16 * MEBI));

    assertThat(reader.read(7)).isEqualTo(range(7 * STRIDE, PIECE));
  }

  private byte[] range(int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
