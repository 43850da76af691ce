package clipdesk.cutter.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitsTest {
  @Test
  void whatWasWrittenIsReadBack() {
    var random = new Random(1);
    for (int round = 0; round < 300; round++) {
      var kinds = new int[50];
      var values = new int[50];
      var writer = new BitWriter(1);
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = random.nextInt(35);
        int magnitude = random.nextInt(30);
        values[i] = random.nextInt(1 << magnitude);
        switch (kinds[i]) {
          case 33 -> writer.unsigned(values[i]);
          case 34 -> writer.signed(values[i] - (1 << magnitude) / 2);
          default -> writer.bits(kinds[i], values[i]);
        }
        values[i] = kinds[i] == 34 ? values[i] - (1 << magnitude) / 2 : values[i];
      }
      writer.trailingBits();
      byte[] bytes = writer.toBytes();
      var reader = new BitReader(bytes, bytes.length);
      for (int i = 0; i < kinds.length; i++) {
        int read =
            switch (kinds[i]) {
              case 33 -> reader.unsigned();
              case 34 -> reader.signed();
              default -> reader.bits(kinds[i]);
            };
        int mask = kinds[i] >= 32 ? -1 : (1 << kinds[i]) - 1;
        assertThat(read).isEqualTo(kinds[i] < 33 ? values[i] & mask : values[i]);
      }
      assertThat(reader.hasMore()).isFalse();
    }
  }

  @Test
  void copiedBitsKeepTheirValuesAtAnyShift() {
    var random = new Random(2);
    var source = new byte[64];
    for (int round = 0; round < 500; round++) {
      random.nextBytes(source);
      int from = random.nextInt(100);
      int to = from + random.nextInt(400);
      int before = random.nextInt(20);
      var writer = new BitWriter(4);
      writer.bits(before, 0);
      writer.copyBits(source, from, to);
      byte[] copy = writer.toBytes();
      var wanted = new BitReader(source, source.length);
      var found = new BitReader(copy, copy.length);
      wanted.seek(from);
      found.seek(before);
      for (int bit = from; bit < to; bit++) {
        assertThat(found.bits(1)).isEqualTo(wanted.bits(1));
      }
    }
  }

  @Test
  void escapedUnitHoldsNoStartCodeAndGivesItsBytesBack() {
    var random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      var rbsp = new byte[1 + random.nextInt(40)];
      for (int i = 0; i < rbsp.length; i++) {
        rbsp[i] = (byte) random.nextInt(5);
      }
      // An RBSP ends with its stop bit, or with cabac_zero_words of two bytes.
      rbsp[rbsp.length - 1] = (byte) 0x80;
      rbsp = random.nextBoolean() ? rbsp : java.util.Arrays.copyOf(rbsp, rbsp.length + 2);
      byte[] unit = Nal.escape(0x65, rbsp);
      for (int i = 1; i + 2 < unit.length; i++) {
        boolean zeros = unit[i] == 0 && unit[i + 1] == 0;
        assertThat(zeros && unit[i + 2] >= 0 && unit[i + 2] <= 2).isFalse();
      }
      assertThat(unit[unit.length - 1]).isNotZero();
      assertThat(Nal.unescape(unit, 0, unit.length)).isEqualTo(rbsp);
    }
  }

  @Test
  void endlessCodeIsRefused() {
    var zeros = new byte[8];
    assertThatThrownBy(() -> new BitReader(zeros, 8).unsigned())
        .isInstanceOf(MalformedMasterException.class);
  }

  @Test
  void readingPastTheEndIsRefused() {
    var reader = new BitReader(new byte[2], 2);
    reader.bits(16);
    assertThatThrownBy(() -> reader.bits(1)).isInstanceOf(MalformedMasterException.class);
  }
}
