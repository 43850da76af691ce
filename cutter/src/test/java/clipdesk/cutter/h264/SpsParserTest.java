package clipdesk.cutter.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.refusals.MalformedMasterException;
import org.junit.jupiter.api.Test;

class SpsParserTest {
  /** A Baseline set with nothing in it but its sizes. */
  private static byte[] sps(int widthMbs, int heightMbs, int refFrames) {
    var bits = new BitWriter(32);
    bits.bits(8, 66);
    bits.bits(8, 0);
    bits.bits(8, 62);
    bits.unsigned(0);
    bits.unsigned(0);
    bits.unsigned(2);
    bits.unsigned(refFrames);
    bits.flag(false);
    bits.unsigned(widthMbs - 1);
    bits.unsigned(heightMbs - 1);
    bits.flag(true);
    bits.flag(true);
    bits.flag(false);
    bits.flag(false);
    bits.trailingBits();
    return Nal.escape(0x67, bits.toBytes());
  }

  @Test
  void largestFrameOfAnyLevelIsTaken() {
    assertThat(SpsParser.parse(sps(512, 272, 5)).maxRefFrames()).isEqualTo(5);
  }

  @Test
  void moreFramesThanAnyLevelKeepsAreRefused() {
    assertThatThrownBy(() -> SpsParser.parse(sps(512, 272, 6)))
        .isInstanceOf(MalformedMasterException.class)
        .hasMessageContaining("6 frames of 139264 macroblocks");
  }

  @Test
  void frameLargerThanAnyLevelHasIsRefused() {
    assertThatThrownBy(() -> SpsParser.parse(sps(513, 272, 1)))
        .isInstanceOf(MalformedMasterException.class);
  }
}
