package clipdesk.cutter.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.refusals.MalformedMasterException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class SampleDescriptionTest {
  private static final int ENTRY_AT = 16;

  /** An {@code avc1} entry without a width, {@code avcC} where sound has its boxes. */
  private static SampleDescription withoutWidth() {
    byte[] box = new byte[ENTRY_AT + 120];
    ByteBuffer.wrap(box)
        .putInt(ENTRY_AT, 120)
        .putInt(ENTRY_AT + 36, 12)
        .put(ENTRY_AT + 40, "avcC".getBytes(StandardCharsets.US_ASCII));
    return new SampleDescription(box, "avc1", 1, ENTRY_AT, 120);
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void boxThatIsReadAtAPlaceIsReplacedThere() {
    var description = withoutWidth();
    assertThat(description.config("avcC")).hasValue(new byte[4]);

    byte[] changed = description.withConfig("avcC", new byte[] {1, 2, 3, 4, 5});

    var again = new SampleDescription(changed, "avc1", 1, ENTRY_AT, 121);
    assertThat(again.config("avcC")).hasValue(new byte[] {1, 2, 3, 4, 5});
  }

  @Test
  void entryThatIsLongerThanItsBoxIsRefused() {
    assertThat(new SampleDescription(new byte[40], "mp4a", 1, 16, 24).sampleRate()).isZero();

    assertThatThrownBy(() -> new SampleDescription(new byte[40], "mp4a", 1, 16, 25))
        .isInstanceOf(MalformedMasterException.class);
  }
}
