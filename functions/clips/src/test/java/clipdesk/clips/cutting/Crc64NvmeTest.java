package clipdesk.clips.cutting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Crc64NvmeTest {
  /** The check value of the catalogue, and those of 4 KiB of zeros and of ones in the standard. */
  @Test
  void knownValuesComeOut() {
    assertThat(hex("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo("ae8b14860a799888");
    assertThat(hex(new byte[4096])).isEqualTo("6482d367eb22b64e");
    var ones = new byte[4096];
    Arrays.fill(ones, (byte) 0xff);
    assertThat(hex(ones)).isEqualTo("c0ddba7302eca3ac");
    assertThat(hex(new byte[0])).isEqualTo("0000000000000000");
  }

  /** One byte after the other, as the definition has it. */
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 7", "0, 8", "0, 9", "3, 16", "5, 1000", "1, 4097"})
  void anyStretchOfABufferGivesTheValueOfTheDefinition(int from, int length) {
    var bytes = new byte[5000];
    new Random(length).nextBytes(bytes);
    long remainder = -1;
    for (int i = from; i < from + length; i++) {
      remainder ^= bytes[i] & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        remainder = (remainder >>> 1) ^ ((remainder & 1) == 0 ? 0 : 0x9a6c9329ac4bc9b5L);
      }
    }
    var data = ByteBuffer.wrap(bytes, from, length).slice();
    assertThat(Base64.getDecoder().decode(Crc64Nvme.of(data)))
        .isEqualTo(ByteBuffer.allocate(8).putLong(~remainder).array());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of()
        .formatHex(Base64.getDecoder().decode(Crc64Nvme.of(ByteBuffer.wrap(bytes))));
  }
}
