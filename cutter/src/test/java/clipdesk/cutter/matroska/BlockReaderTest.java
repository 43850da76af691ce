package clipdesk.cutter.matroska;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.foreign.Frames;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.io.MemorySource;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocks with several frames in them, in each of the three ways to say where they end. */
class BlockReaderTest {
  private static final int CLUSTER_TICKS = 1000;

  private final Frames frames = new Frames();

  @Test
  void frameOfABlockWithoutLacing() throws IOException {
    read(7, 0x81, 0xff, 0xfe, 0x80);

    assertThat(frames.count()).isEqualTo(1);
    assertThat(frames.time(0)).isEqualTo(CLUSTER_TICKS - 2);
    assertThat(frames.isKey(0)).isTrue();
    assertThat(frames.offset(0)).isEqualTo(4);
    assertThat(frames.size(0)).isEqualTo(7);
  }

  @Test
  void sizesOfXiph() throws IOException {
    read(300 + 255 + 10, 0x81, 0, 5, 0x02, 2, 255, 45, 255, 0);

    assertThat(sizes()).containsExactly(300, 255, 10);
    assertThat(frames.offset(1)).isEqualTo(9 + 300);
    assertThat(frames.time(1)).isEqualTo(Frames.UNKNOWN);
  }

  @Test
  void sizesOfEbml() throws IOException {
    // RFC 9559, 10.3.3: 800, 500 and what is left.
    read(800 + 500 + 1000, 0x81, 0, 0, 0x06, 2, 0x43, 0x20, 0x5e, 0xd3);

    assertThat(sizes()).containsExactly(800, 500, 1000);
  }

  @Test
  void framesOfOneSize() throws IOException {
    read(30, 0x81, 0, 0, 0x04, 2);

    assertThat(sizes()).containsExactly(10, 10, 10);
  }

  @Test
  void framesLongerThanTheirBlockAreRefused() {
    assertThatThrownBy(() -> read(10, 0x81, 0, 0, 0x02, 1, 11))
        .isInstanceOf(MalformedMasterException.class);
    assertThatThrownBy(() -> read(0, 0x81, 0))
        .isInstanceOf(MalformedMasterException.class)
        .hasMessageContaining("ends inside its header");
  }

  private int[] sizes() {
    return IntStream.range(0, frames.count()).map(frames::size).toArray();
  }

  private void read(int dataBytes, int... header) throws IOException {
    var bytes = new byte[header.length + dataBytes];
    for (int i = 0; i < header.length; i++) {
      bytes[i] = (byte) header[i];
    }
    var file = new CachedReader(new MemorySource(bytes, "block"));
    var block = new Element(file, 0xA3, 0, bytes.length, /* unknownSize= */ false);
    BlockReader.read(block, _ -> frames, CLUSTER_TICKS, /* simple= */ true, /* key= */ false);
  }
}
