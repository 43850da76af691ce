package clipdesk.cutter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.h264.BitWriter;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LatmElementTest {
  private static final int PLAIN_MUX = 0x2000;

  /** AAC LC, 48 kHz, two channels. */
  private static final int CONFIG = 0x1190;

  @ParameterizedTest
  @CsvSource({
    "false, false, 7, 1",
    "false, false, 254, 1",
    "false, false, 255, 1",
    "false, false, 700, 1",
    "true, false, 7, 45",
    "true, false, 510, 45",
    "true, true, 300, 62"
  })
  void packetComesOutByteForByte(boolean hasConfig, boolean hasMore, int length, int bitsBefore) {
    byte[] packet = new byte[length];
    new Random(length).nextBytes(packet);
    var bits = new BitWriter(16);
    bits.bits(8, 0xff); // of the header before it
    bits.flag(!hasConfig);
    if (hasConfig) {
      config(bits, PLAIN_MUX, CONFIG, 0, hasMore);
    }
    assertThat(bits.position()).isEqualTo(8 + bitsBefore);
    byte[] stream = with(bits, packet);

    var element = LatmElement.of(stream, 1, stream.length);

    assertThat(element.config().isPresent()).isEqualTo(hasConfig);
    assertThat(element.config().orElse(CONFIG)).isEqualTo(CONFIG);
    assertThat(element.bytes()).isEqualTo(length);
    var written = ByteBuffer.allocate(length);
    element.write(stream, written);
    assertThat(written.array()).isEqualTo(packet);
  }

  /** Two packets in one, two layers, HE-AAC, shorter packets, packets of one length. */
  @ParameterizedTest
  @CsvSource({
    "0x2080, 0x1190, 0",
    "0x2001, 0x1190, 0",
    "0x6000, 0x1190, 0",
    "0x2000, 0x2990, 0",
    "0x2000, 0x1194, 0",
    "0x2000, 0x1190, 1"
  })
  void whatIsNotOnePacketOfAacLcIsNotTaken(String mux, String config, int frameLengthType) {
    var bits = new BitWriter(16);
    bits.flag(false);
    config(bits, Integer.decode(mux), Integer.decode(config), frameLengthType, false);
    byte[] stream = with(bits, new byte[9]);

    assertThatThrownBy(() -> LatmElement.of(stream, 0, stream.length))
        .isInstanceOf(UnsupportedMasterException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void packetThatIsNotAllThereIsNotTaken(int missing) {
    var bits = new BitWriter(16);
    bits.flag(true);
    byte[] stream = with(bits, new byte[9]);

    assertThatThrownBy(() -> LatmElement.of(stream, 0, stream.length - missing))
        .isInstanceOf(UnsupportedMasterException.class);
  }

  @Test
  void lengthWithoutAnEndIsNotFollowedOutOfItsPacket() {
    byte[] stream = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};

    assertThatThrownBy(() -> LatmElement.of(stream, 0, 3))
        .isInstanceOf(MalformedMasterException.class);
  }

  private static void config(
      BitWriter bits, int mux, int config, int frameLengthType, boolean hasMore) {
    bits.bits(15, mux);
    bits.bits(16, config);
    bits.bits(3, frameLengthType);
    bits.bits(8, 0xff);
    bits.flag(hasMore);
    if (hasMore) {
      bits.bits(9, 8);
    }
    bits.flag(hasMore);
    if (hasMore) {
      bits.bits(8, 0xaa);
    }
  }

  private static byte[] with(BitWriter bits, byte[] packet) {
    for (int left = packet.length; left >= 0; left -= 255) {
      bits.bits(8, Math.min(left, 255));
    }
    for (byte next : packet) {
      bits.bits(8, next);
    }
    bits.bits(7, 0);
    return bits.toBytes();
  }
}
