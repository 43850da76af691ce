package clipdesk.cutter.reencode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sound whose sample n is worth n, so that what comes out says where it was. */
class SoundRangeTest {
  private static final int BLOCK = 4;
  private static final int JITTER = 2;

  private final List<Float> heard = new ArrayList<>();
  private final List<Integer> blocks = new ArrayList<>();

  @Test
  void soundIsTrimmedToTheRange() {
    var range = range(6);

    range.put(-3, counted(-3, 5));
    range.put(2, counted(2, 9));
    range.finish();

    assertThat(heard).containsExactly(0f, 1f, 2f, 3f, 4f, 5f);
    assertThat(range.complete()).isTrue();
  }

  @Test
  void allBlocksButTheLastAreFull() {
    var range = range(10);

    range.put(0, counted(0, 10));
    range.finish();

    assertThat(blocks).containsExactly(4, 4, 2);
  }

  @Test
  void gapIsSilent() {
    var range = range(8);

    range.put(0, counted(1, 2));
    range.put(5, counted(6, 3));
    range.finish();

    assertThat(heard).containsExactly(1f, 2f, 0f, 0f, 0f, 6f, 7f, 8f);
  }

  @Test
  void roundedDurationsOfMatroskaAddUpAndLeaveNoHole() {
    long jitter = SoundRange.jitter(new StreamTime(1, 1, 1000), 44_100);
    var range = range(1280, jitter);

    // Ten packets of 128 samples, 2.9 ms, told to be 2 ms each; then the writer has caught up.
    for (int packet = 0; packet < 10; packet++) {
      long behind = packet < 5 ? 40L * packet : 0;
      range.put(128L * packet - behind, counted(128 * packet, 128));
    }
    range.finish();

    assertThat(heard).hasSize(1280).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aFineClockIsTakenAtItsWord() {
    assertThat(SoundRange.jitter(new StreamTime(1, 1, 90_000), 48_000)).isEqualTo(3);
    assertThat(SoundRange.jitter(new StreamTime(1, 1, 48_000), 48_000)).isEqualTo(3);
  }

  @Test
  void soundThatStartsLateIsHeardAtItsTime() {
    var range = range(6);

    range.put(4, counted(4, 9));
    range.finish();

    assertThat(heard).containsExactly(0f, 0f, 0f, 0f, 4f, 5f);
  }

  @Test
  void roundedTimesMoveNoSample() {
    var range = range(6);

    range.put(-4, counted(-4, 4));
    range.put(JITTER, counted(0, 3));
    range.put(1, counted(3, 3));
    range.finish();

    assertThat(heard).containsExactly(0f, 1f, 2f, 3f, 4f, 5f);
  }

  @Test
  void jumpBeyondRoundingIsAJump() {
    var range = range(6);

    range.put(0, counted(0, 1));
    range.put(1 + JITTER + 1, counted(4, 2));
    range.finish();

    assertThat(heard).containsExactly(0f, 0f, 0f, 0f, 4f, 5f);
  }

  @Test
  void soundBehindTheRangeIsNotHeard() {
    var range = range(2);

    range.put(2, counted(2, 5));
    range.finish();

    assertThat(heard).isEmpty();
    assertThat(range.samples()).isZero();
  }

  private SoundRange range(long wanted) {
    return range(wanted, JITTER);
  }

  private SoundRange range(long wanted, long jitter) {
    return new SoundRange(
        1,
        BLOCK,
        wanted,
        jitter,
        (samples, length) -> {
          blocks.add(length);
          for (int i = 0; i < length; i++) {
            heard.add(samples[0][i]);
          }
        });
  }

  private static float[][] counted(int first, int length) {
    var samples = new float[1][length];
    for (int i = 0; i < length; i++) {
      samples[0][i] = first + i;
    }
    return samples;
  }
}
