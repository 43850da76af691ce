package clipdesk.cutter.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedClockTest {
  private static final int VIDEO = 0;
  private static final int SOUND = 1;
  private static final long FRAME = 3600;
  private static final long HOUR = 3600L * JoinedClock.TICKS_PER_SECOND;

  @ParameterizedTest
  @ValueSource(longs = {HOUR, -HOUR, -10 * FRAME, 2L * JoinedClock.TICKS_PER_SECOND, 1L << 33})
  void picturesGoOnWhereTheClockJumps(long jump) {
    var clock = new JoinedClock(VIDEO);
    long start = 2 * HOUR;
    for (int i = 0; i < 50; i++) {
      assertThat(picture(clock, start + i * FRAME)).isEqualTo(start + i * FRAME);
    }
    for (int i = 50; i < 100; i++) {
      assertThat(picture(clock, start + i * FRAME + jump)).isEqualTo(start + i * FRAME);
    }
    assertThat(clock.jumps()).isEqualTo(1);
  }

  @Test
  void soundMovesWithItsPicturesOnceTheyAreKnown() {
    var clock = new JoinedClock(VIDEO);
    picture(clock, 0);
    picture(clock, FRAME);
    picture(clock, HOUR);
    clock.restart();

    sound(clock, 0);
    assertThat(sound(clock, HOUR + 100)).isEqualTo(2 * FRAME + 100);
    assertThat(picture(clock, 0)).isZero();
    assertThat(clock.jumps()).isEqualTo(1);
  }

  @Test
  void pauseOfTheSoundIsNoJump() {
    var clock = new JoinedClock(VIDEO);
    picture(clock, 0);
    sound(clock, 0);
    long later = 20L * JoinedClock.TICKS_PER_SECOND;

    assertThat(sound(clock, later)).isEqualTo(later);
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void picturesThatAreHeldForASecondAreNoJump() {
    var clock = new JoinedClock(VIDEO);
    picture(clock, 0);
    picture(clock, JoinedClock.TICKS_PER_SECOND);

    assertThat(clock.jumps()).isZero();
  }

  private static long picture(JoinedClock clock, long time) {
    return time + clock.shift(VIDEO, time, time);
  }

  private static long sound(JoinedClock clock, long time) {
    return time + clock.shift(SOUND, time, time);
  }
}
