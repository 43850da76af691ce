package clipdesk.journeys.demo;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The demo is never silent for long, and counts from the command that began it. */
final class StepsTest {
  private static final Instant NOW = Instant.parse("2026-02-12T14:05:00Z");
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void longStepSaysAgainAndAgainHowFarItIs() {
    var result =
        steps(Duration.ofMillis(1))
            .run(
                "comparing",
                told -> {
                  told.at(30, 120);
                  return untilPrinted("      30 of 120 frames, 25 %, 0 s", 3);
                });

    assertThat(result).isEqualTo("told");
    assertThat(lines().getFirst()).startsWith("  comparing …");
    assertThat(lines().getLast()).matches(" +0\\.0 s");
  }

  @Test
  void stepThatCannotSayHowFarItIsSaysHowLongItTakes() {
    steps(Duration.ofMillis(1)).run("cutting", () -> untilPrinted("      0 s", 2));

    assertThat(lines()).contains("      0 s");
  }

  @Test
  void shortStepIsOneLine() {
    steps(Duration.ofDays(1)).run("uploading", () -> "done");

    assertThat(lines()).hasSize(1);
    assertThat(lines().getFirst()).matches("  uploading … +0\\.0 s");
  }

  @Test
  void totalIsTheWholeFromTheCommandOn() {
    var steps = steps(Duration.ofDays(1));

    assertThat(steps.totalSeconds()).isEqualTo(321);
    assertThat(steps.beforeSeconds()).isEqualTo(321);
  }

  private Steps steps(Duration every) {
    return new Steps(
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        every,
        InstantSource.fixed(NOW),
        NOW.minusSeconds(321));
  }

  private String untilPrinted(String line, int times) {
    return Eventually.within(
        Duration.ofSeconds(30),
        line + ", " + times + " times",
        () ->
            lines().stream().filter(line::equals).count() >= times
                ? Optional.of("told")
                : Optional.empty());
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
