package clipdesk.cutter.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimecodeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 00:00:00;00",
    "1799, 00:00:59;29",
    "1800, 00:01:00;02",
    "3597, 00:01:59;29",
    "3598, 00:02:00;02",
    "17981, 00:09:59;29",
    "17982, 00:10:00;00",
    "17983, 00:10:00;01",
    "19782, 00:11:00;02",
    "107892, 01:00:00;00",
    "2589407, 23:59:59;29",
    "2589408, 00:00:00;00",
  })
  void dropFrameLeavesOutTwoLabelsAMinuteButNotEachTenth(long count, String label) {
    assertThat(new Timecode(0, 30_000, 1001, 30, true).label(count)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"0, 10:00:00:00", "24, 10:00:00:24", "25, 10:00:01:00", "1260000, 00:00:00:00"})
  void labelsGoRoundAtMidnight(long frames, String label) {
    assertThat(new Timecode(900_000, 25, 1, 25, false).label(frames)).isEqualTo(label);
  }
}
