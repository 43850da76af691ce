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
    return new SoundRange(
        1,
        BLOCK,
        wanted,
        JITTER,
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
