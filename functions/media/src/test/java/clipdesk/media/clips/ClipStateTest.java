package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.contracts.clips.ClipStatus.Failure;
import clipdesk.contracts.clips.ClipStatus.Progress;
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
  private static final AskedClip CLIP =
      AskedClip.of(SampleVideos.released(), new FrameRange(0, 25), List.of("v1"));
  private static final ClipStatus CUTTING =
      new ClipStatus(CLIP.id().text(), 1, "w", new Progress("copying", 40), WRITTEN);
  private static final ClipStatus FAILED = failed(new Failure("accuracy", false));
  private static final ClipReport REPORT = SampleReports.of(CLIP.id());

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
    var refused = failed(new Failure("limits", false, Optional.of("at most 120 frames")));

    var state = state(Optional.of(refused), Optional.empty(), WRITTEN);

    assertThat(state.members()).containsEntry("error", error);
  }

  @Test
  void aRequestAloneIsQueuedForSixteenMinutes() {
    assertThat(state(Optional.empty(), Optional.empty(), LOST.minusMillis(1)).status())
        .isEqualTo("queued");
    assertThat(state(Optional.empty(), Optional.empty(), LOST).status()).isEqualTo("failed");
  }

  private static ClipStatus failed(Failure failure) {
    return new ClipStatus(CLIP.id().text(), 1, "w", failure, WRITTEN);
  }

  private static ClipState state(
      Optional<ClipStatus> status, Optional<ClipReport> report, Instant now) {
    return ClipState.of(
        new Found(Optional.of(new Stored(Optional.of(CLIP), 1, 1, "tag", WRITTEN)), status, report),
        now);
  }
}
