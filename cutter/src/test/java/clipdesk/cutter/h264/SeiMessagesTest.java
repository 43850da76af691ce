package clipdesk.cutter.h264;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeiMessagesTest {
  /** Payload type, size and contents, as in 7.3.2.3.1. */
  private static byte[] message(int type, int size) {
    var payload = new byte[size];
    new Random(size).nextBytes(payload);
    var bytes = new java.io.ByteArrayOutputStream();
    for (int value : new int[] {type, size}) {
      for (; value >= 255; value -= 255) {
        bytes.write(255);
      }
      bytes.write(value);
    }
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  private static AccessUnit sampleWith(byte[]... messages) {
    var rbsp = new java.io.ByteArrayOutputStream();
    for (byte[] message : messages) {
      rbsp.writeBytes(message);
    }
    rbsp.write(0x80);
    var writer = new AccessUnitWriter(4, 1000);
    writer.add(Nal.escape(Nal.SEI, rbsp.toByteArray()));
    writer.add(new byte[] {0x65, 1, 2});
    return AccessUnit.parse(writer.toBytes(), 4);
  }

  @Test
  void captionsSurviveByteForByteAndNothingElseDoes() {
    var sample = sampleWith(message(1, 7), message(4, 300), message(6, 1));
    var kept = SeiMessages.only(sample, SeiMessages.REGISTERED_USER_DATA);
    assertThat(kept).hasSize(1);
    var wanted = sampleWith(message(4, 300));
    assertThat(kept.getFirst()).isEqualTo(wanted.copyOf(wanted.units().getFirst()));
  }

  @Test
  void onlyTheRecoveryPointIsTakenFromAnEntryPicture() {
    var sample = sampleWith(message(6, 1), message(4, 20));
    var wanted = sampleWith(message(4, 20));
    assertThat(
            SeiMessages.filter(
                sample, sample.units().getFirst(), type -> type != SeiMessages.RECOVERY_POINT))
        .isEqualTo(wanted.copyOf(wanted.units().getFirst()));
  }

  @Test
  void sampleWithoutCaptionsGivesNoUnit() {
    assertThat(SeiMessages.only(sampleWith(message(1, 3)), SeiMessages.REGISTERED_USER_DATA))
        .isEmpty();
  }
}
