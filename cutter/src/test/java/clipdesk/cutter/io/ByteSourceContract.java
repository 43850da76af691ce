package clipdesk.cutter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link ByteSource} keeps to, wherever its bytes are. */
public abstract class ByteSourceContract {
  /** More than caches read at a time, and no round number. */
  private static final int SIZE = 200_003;

  private final byte[] bytes = new byte[SIZE];
  private ByteSource source;

  /** A source of these bytes and no others. */
  protected abstract ByteSource open(byte[] bytes) throws IOException;

  @BeforeEach
  final void openSource() throws IOException {
    new Random(8).nextBytes(bytes);
    source = open(bytes);
  }

  @AfterEach
  final void closeSource() throws IOException {
    source.close();
  }

  @Test
  final void sizeIsExactAndIdentityStays() {
    assertThat(source.sizeBytes()).isEqualTo(SIZE);
    assertThat(source.identity()).isNotEmpty().isEqualTo(source.identity());
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,200003", "200002,1", "65535,2", "131071,68932", "0,0", "7,0", "200003,0"})
  final void rangeInsideIsReadExactly(long offset, int length) throws IOException {
    assertThat(read(offset, length)).isEqualTo(range(offset, length));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,1",
    "-1,0",
    "-1,2",
    "200003,1",
    "200002,2",
    "0,200004",
    "200004,0",
    "9223372036854775807,1",
    "9223372036854775807,0",
    "9223372036854775800,16",
    "-9223372036854775808,1"
  })
  final void rangeThatIsNotInsideIsRefusedAndNothingIsRead(long offset, int length) {
    var into = ByteBuffer.allocate(length);

    assertThatThrownBy(() -> source.read(offset, into)).isInstanceOf(EOFException.class);

    assertThat(into.position()).isZero();
  }

  @Test
  final void bufferIsFilledFromItsPositionToItsLimit() throws IOException {
    var into = ByteBuffer.allocate(20).position(3).limit(13);

    source.read(1000, into);

    assertThat(into.position()).isEqualTo(13);
    assertThat(Arrays.copyOfRange(into.array(), 3, 13)).isEqualTo(range(1000, 10));
    assertThat(Arrays.copyOfRange(into.array(), 13, 20)).containsOnly(0);
    assertThat(Arrays.copyOf(into.array(), 3)).containsOnly(0);
  }

  @Test
  final void threadsReadAtTheSameTime() {
    var reads =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                i -> {
                  var random = new Random(i);
                  long offset = random.nextInt(SIZE);
                  return new Read(offset, random.nextInt(SIZE - (int) offset));
                })
            .toList();

    assertThat(reads.parallelStream())
        .allSatisfy(
            read ->
                assertThat(read(read.offset, read.length))
                    .isEqualTo(range(read.offset, read.length)));
  }

  private record Read(long offset, int length) {}

  private byte[] read(long offset, int length) throws IOException {
    var into = ByteBuffer.allocate(length);
    source.read(offset, into);
    assertThat(into.hasRemaining()).isFalse();
    return into.array();
  }

  private byte[] range(long offset, int length) {
    return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
  }
}
