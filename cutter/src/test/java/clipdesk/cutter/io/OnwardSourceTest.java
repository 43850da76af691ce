package clipdesk.cutter.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OnwardSourceTest extends ByteSourceContract {
  private static final int STRETCH = 1000;

  private final BlockingQueue<Long> asked = new LinkedBlockingQueue<>();

  @Override
  protected ByteSource open(byte[] bytes) {
    return new OnwardSource(new MemorySource(bytes, "onward"), STRETCH);
  }

  @Test
  void nextStretchIsAskedForBeforeItIsWanted() throws Exception {
    var source = new OnwardSource(new Asked(new byte[3 * STRETCH]), STRETCH);

    source.read(0, ByteBuffer.allocate(1));

    assertThat(asked.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(asked.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(asked.poll()).isNull();
  }

  @Test
  void whoGoesThroughReadsEveryByteOnce() throws IOException {
    var counted = new CountingSource(new MemorySource(new byte[4 * STRETCH + 7], "counted"));
    var source = new OnwardSource(counted, STRETCH);

    for (long at = 0; at < source.sizeBytes(); at += 3) {
      source.read(at, ByteBuffer.allocate((int) Math.min(3, source.sizeBytes() - at)));
    }

    assertThat(counted.reads()).isEqualTo(5);
    assertThat(counted.bytesRead()).isEqualTo(4 * STRETCH + 7);
  }

  @Test
  void whatCannotBeReadFailsWhereItIsWanted() throws IOException {
    var failing = new FailingSource(new MemorySource(new byte[STRETCH + 1], "failing"), 1);
    var source = new OnwardSource(failing, STRETCH);
    source.read(0, ByteBuffer.allocate(STRETCH));

    assertThatThrownBy(() -> source.read(STRETCH, ByteBuffer.allocate(1)))
        .isInstanceOf(EOFException.class)
        .hasMessage(failing.message());
  }

  /** Tells where it is read. */
  private final class Asked extends ForwardingSource {
    Asked(byte[] bytes) {
      super(new MemorySource(bytes, "asked"));
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
      asked.add(offset);
      super.read(offset, into);
    }
  }
}
