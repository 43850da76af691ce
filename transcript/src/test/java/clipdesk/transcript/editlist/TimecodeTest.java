package clipdesk.transcript.editlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.refusals.MalformedInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimecodeTest {
  @ParameterizedTest
  @CsvSource({
    "24000,1001,false",
    "25,1,false",
    "30000,1001,false",
    "30000,1001,true",
    "50,1,false",
    "60000,1001,false",
    "60000,1001,true"
  })
  void everyFrameOfTwoHoursHasAClockOfItsOwnThatLeadsBack(long num, long den, boolean drop) {
    var clock = new Timecode(num, den, drop);
    var before = "";
    for (var frame = 0L; frame < 7_200 * num / den; frame += 1 + frame % 3) {
      var text = clock.text(frame);
      assertThat(clock.frame(text)).isEqualTo(frame);
      assertThat(text.compareTo(before)).isPositive();
      before = text;
    }
  }

  /** Known values of SMPTE ST 12-1. */
  @Test
  void dropFrameLeavesNumbersOutEachMinuteButEachTenth() {
    var clock = new Timecode(30_000, 1_001, true);

    assertThat(clock.text(1_799)).isEqualTo("00:00:59;29");
    assertThat(clock.text(1_800)).isEqualTo("00:01:00;02");
    assertThat(clock.text(17_981)).isEqualTo("00:09:59;29");
    assertThat(clock.text(17_982)).isEqualTo("00:10:00;00");
    assertThat(clock.text(107_892)).isEqualTo("01:00:00;00");
    assertThat(new Timecode(60_000, 1_001, true).text(3_600)).isEqualTo("00:01:00;04");
    assertThat(new Timecode(30_000, 1_001, false).text(1_800)).isEqualTo("00:01:00:00");
  }

  @Test
  void clockBeginsAnewAfterADay() {
    assertThat(new Timecode(25, 1, false).text(24L * 3_600 * 25 + 1)).isEqualTo("00:00:00:01");
    assertThat(new Timecode(30_000, 1_001, true).text(24L * 107_892)).isEqualTo("00:00:00;00");
  }

  @ParameterizedTest
  @CsvSource({
    "10:00:00:25",
    "24:00:00:00",
    "10:60:00:00",
    "10:00:60:00",
    "1:00:00:00",
    "10:00:00",
    "''",
    "aa:bb:cc:dd"
  })
  void whatIsNoTimecodeIsRefused(String text) {
    var clock = new Timecode(25, 1, false);

    assertThatThrownBy(() -> clock.frame(text)).isInstanceOf(MalformedInputException.class);
  }

  @Test
  void numbersThatAreLeftOutAreNoTimecode() {
    var clock = new Timecode(30_000, 1_001, true);

    assertThatThrownBy(() -> clock.frame("00:01:00;01"))
        .isInstanceOf(MalformedInputException.class);
    assertThat(clock.frame("00:01:00;02")).isEqualTo(1_800);
    assertThat(clock.frame("00:10:00;00")).isEqualTo(17_982);
  }

  @Test
  void onlyTwoRatesDropNumbers() {
    assertThat(Timecode.like("10:00:00;00", 25, 1).drop()).isFalse();
    assertThat(Timecode.like("10:00:00;00", 30_000, 1_001).drop()).isTrue();
    assertThat(Timecode.like("10:00:00:00", 30_000, 1_001).drop()).isFalse();
    assertThatThrownBy(() -> new Timecode(25, 1, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
