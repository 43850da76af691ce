package clipdesk.cutter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ByteSourceContract;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class HeaderSourceTest extends ByteSourceContract {
  @Override
  protected ByteSource open(byte[] bytes) {
    return new HeaderSource(bytes, bytes.length);
  }

  @Test
  void payloadReadsAsZeros() throws IOException {
    try (var source = new HeaderSource(new byte[] {1, 2}, 9)) {
      var into = ByteBuffer.wrap(new byte[] {7, 7, 7});

      source.read(1, into);

      assertThat(into.array()).containsExactly(2, 0, 0);
    }
  }
}
