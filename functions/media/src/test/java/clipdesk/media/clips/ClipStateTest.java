package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.clips.ClipObjects.Found;
import clipdesk.media.clips.ClipObjects.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClipStateTest {
  private static final Instant WRITTEN = Instant.parse("2026-02-12T15:00:00Z");
  private static final Instant STALLED = Instant.parse("2026-02-12T15:04:00Z");
  private static final Instant LOST = Instant.parse("2026-02-12T15:16:00Z");
  private static final Map<String, Object> CUTTING =
      Map.of(
          "attempt", 1,
          "status", "cutting",
          "phase", "copying",
          "percent", 40,
          "updatedAt", "2026-02-12T15:00:00.000Z");
  private static final Map<String, Object> FAILED =
      Map.of(
          "attempt",
          1,
          "status",
          "failed",
          "error",
          Map.of("code", "accuracy", "retryable", false),
          "updatedAt",
          "2026-02-12T15:00:00.000Z");
  private static final Map<String, Object> REPORT =
      Map.of("file", Map.of("name", "clip.mp4"), "source", Map.of("key", "masters/x"));

  @Test
  void aReportCountsMoreThanAnyStatus() {
    assertThat(state(Optional.of(FAILED), Optional.of(REPORT), STALLED).status())
        .isEqualTo("ready");
  }

  @Test
  void aCutShowsItsProgress() {
    var state = state(Optional.of(CUTTING), Optional.empty(), STALLED.minusMillis(1));
    assertThat(state.status()).isEqualTo("cutting");
    assertThat(state.members().get("progress"))
        .isEqualTo(
            Map.of("phase", "copying", "percent", 40, "updatedAt", "2026-02-12T15:00:00.000Z"));
  }

  @Test
  void aCutSilentForFourMinutesHasStalled() {
    var state = state(Optional.of(CUTTING), Optional.empty(), STALLED);
    assertThat(state.status()).isEqualTo("failed");
    assertThat(state.retryable()).isTrue();
    assertThat(state.members().get("error"))
        .isEqualTo(Map.of("code", "stalled", "retryable", true));
  }

  @Test
  void aFailureSaysWhetherToTryAgain() {
    var state = state(Optional.of(FAILED), Optional.empty(), WRITTEN);
    assertThat(state.status()).isEqualTo("failed");
    assertThat(state.members()).containsEntry("retryable", false);
  }

  @Test
  void aFailureSaysWhatWouldHaveBeenPossible() {
    var error = Map.of("code", "limits", "retryable", false, "detail", "at most 120 frames");
    Map<String, Object> refused = Map.of("attempt", 1, "status", "failed", "error", error);

    var state = state(Optional.of(refused), Optional.empty(), WRITTEN);

    assertThat(state.members()).containsEntry("error", error);
  }

  @Test
  void aRequestAloneIsQueuedForSixteenMinutes() {
    assertThat(state(Optional.empty(), Optional.empty(), LOST.minusMillis(1)).status())
        .isEqualTo("queued");
    assertThat(state(Optional.empty(), Optional.empty(), LOST).status()).isEqualTo("failed");
  }

  private static ClipState state(
      Optional<Map<String, Object>> status, Optional<Map<String, Object>> report, Instant now) {
    var request = ClipRequest.of(SampleVideos.released(), new FrameRange(0, 25), List.of("v1"));
    return ClipState.of(
        new Found(
            Optional.of(new Stored(Optional.of(request), 1, 1, "tag", WRITTEN)), status, report),
        now);
  }
}
