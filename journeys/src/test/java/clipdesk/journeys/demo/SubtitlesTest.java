package clipdesk.journeys.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SubtitlesTest {
  @Test
  void captionIsShownEveryFourSecondsUpToTheEnd() {
    assertThat(Subtitles.of(Duration.ofSeconds(7), "Caption"))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.000 --> 00:00:03.800
            Caption 1

            00:00:04.000 --> 00:00:07.000
            Caption 2
            """);
  }

  @Test
  void severalLinesAreSaidInTurn() {
    assertThat(
            Subtitles.of(Duration.ofSeconds(12), "One", "Two").lines().filter(it -> !it.isEmpty()))
        .filteredOn(line -> !line.contains("-->"))
        .containsExactly("WEBVTT", "One", "Two", "One");
  }
}
