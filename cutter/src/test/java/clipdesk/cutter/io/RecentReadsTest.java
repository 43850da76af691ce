package clipdesk.cutter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentReadsTest {
  private static final int LIMIT = 16 << 20;

  private final byte[] bytes = new byte[LIMIT + 100];
  private final CountingSource counted = new CountingSource(source());
  private final RecentReads recent = new RecentReads(counted);

  private MemorySource source() {
    new Random(7).nextBytes(bytes);
    return new MemorySource(bytes, "master");
  }

  @Test
  void bytesThatWereReadAreNotReadAgain() throws IOException {
    assertThat(read(10, 50)).isEqualTo(range(10, 50));

    assertThat(read(20, 30)).isEqualTo(range(20, 30));

    assertThat(counted.bytesRead()).isEqualTo(50);
  }

  @Test
  void onlyWhatIsMissingIsRead() throws IOException {
    read(10, 10);
    read(40, 10);

    assertThat(read(0, 60)).isEqualTo(range(0, 60));

    assertThat(counted.bytesRead()).isEqualTo(60);
    assertThat(counted.reads()).isEqualTo(5);
  }

  @Test
  void oldestBytesAreForgottenBeyondTheLimit() throws IOException {
    read(0, 50);
    read(100, LIMIT - 50);
    read(0, 50);
    assertThat(counted.bytesRead()).isEqualTo(LIMIT);

    read(60, 1);
    read(0, 50);

    assertThat(counted.bytesRead()).isEqualTo(LIMIT + 51);
  }

  @Test
  void whatIsReadForTheLastTimeIsNotHeld() throws IOException {
    read(20, 10);
    var into = ByteBuffer.allocate(60);

    recent.readLast(0, into);

    assertThat(into.array()).isEqualTo(range(0, 60));
    assertThat(counted.bytesRead()).isEqualTo(60);
    read(0, 20);
    assertThat(counted.bytesRead()).isEqualTo(80);
  }

  @Test
  void whatLiesBehindTheEndIsNotThere() {
    assertThatThrownBy(() -> read(bytes.length - 1, 2)).isInstanceOf(EOFException.class);
  }

  private byte[] read(long offset, int length) throws IOException {
    var into = ByteBuffer.allocate(length);
    recent.read(offset, into);
    return into.array();
  }

  private byte[] range(int offset, int length) {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
