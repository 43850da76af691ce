package clipdesk.cutter.reencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CountingSource;
import clipdesk.cutter.io.FailingSource;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.io.MemorySource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the grabber does with its stream: reads, seeks, and asks how long it is. */
class MasterStreamTest {
  /** Two windows and a bit. */
  private static final int SIZE = (9 << 20) + 7;

  private final byte[] bytes = new byte[SIZE];
  private MemorySource master;

  @BeforeEach
  void fill() {
    new Random(4).nextBytes(bytes);
    master = new MemorySource(bytes, "master");
  }

  private static MasterStream stream(ByteSource source) {
    return new MasterStream(source, System.nanoTime() + Long.MAX_VALUE / 2);
  }

  @Test
  void readsStopAtWindowsAndAtTheEndAndLoseNothing() throws IOException {
    var stream = stream(master);
    var into = new byte[SIZE + 1];
    int done = 0;
    for (int n; (n = stream.read(into, done, SIZE + 1 - done)) >= 0; ) {
      done += n;
    }

    assertThat(done).isEqualTo(SIZE);
    assertThat(Arrays.copyOf(into, SIZE)).isEqualTo(bytes);
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(stream.read(into, 0, 1)).isEqualTo(-1);
    assertThatCode(stream::rethrowFailure).doesNotThrowAnyException();
  }

  @Test
  void skipsEndAtTheEndAndResetGoesToTheStart() throws IOException {
    var stream = stream(master);

    assertThat(stream.skip(Long.MAX_VALUE)).isEqualTo(SIZE);
    assertThat(stream.skip(1)).isZero();
    assertThat(stream.read()).isEqualTo(-1);
    stream.reset();
    assertThat(stream.skip(-1)).isZero();
    assertThat(stream.skip(SIZE - 1)).isEqualTo(SIZE - 1);
    assertThat(stream.read()).isEqualTo(bytes[SIZE - 1] & 0xff);
  }

  @Test
  void placesBetweenWhichTheGrabberGoesToAndFroAreReadOnce() throws IOException {
    var counted = new CountingSource(master);
    var stream = stream(counted);

    for (int i = 0; i < 10; i++) {
      for (int place : new int[] {i, SIZE - 100 + i}) {
        stream.reset();
        stream.skip(place);
        assertThat(stream.read()).isEqualTo(bytes[place] & 0xff);
      }
    }

    assertThat(counted.reads()).isEqualTo(2);
  }

  @Test
  void failureIsKeptAlsoWhenLaterReadsSucceed() throws IOException {
    var failing = new FailingSource(master, 0);
    var stream = stream(failing);

    assertThatThrownBy(stream::read).isInstanceOf(EOFException.class);
    assertThat(stream.read()).isEqualTo(bytes[0] & 0xff);

    assertThatThrownBy(stream::rethrowFailure).hasMessage(failing.message());
  }

  @Test
  void errorOfAnotherKindIsKeptToo() {
    var away = new IllegalStateException("the client is closed");
    var stream =
        stream(
            new ForwardingSource(master) {
              @Override
              public void read(long offset, ByteBuffer into) {
                throw away;
              }
            });

    assertThatThrownBy(stream::read).isSameAs(away);
    assertThatThrownBy(stream::rethrowFailure).isInstanceOf(IOException.class).hasCause(away);
  }

  @Test
  void readThatComesTooLateIsAFailure() {
    var late = new MasterStream(master, System.nanoTime() - 1);

    assertThatThrownBy(late::read).isInstanceOf(OutOfTimeException.class);
    assertThatThrownBy(late::rethrowFailure).isInstanceOf(OutOfTimeException.class);
  }
}
