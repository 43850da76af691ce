package clipdesk.media.clips;

import clipdesk.media.clips.ClipObjects.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the objects of a clip say, in the order of the contract: a report is the truth, then a
 * failure, then progress, then the request alone.
 *
 * @param status {@code ready}, {@code failed}, {@code cutting}, {@code queued}
 * @param members what the answer adds to it
 */
record ClipState(String status, boolean retryable, Map<String, Object> members) {
  private static final Duration STALLED_AFTER = Duration.ofMinutes(16);

  /** Empty if nobody ever asked for the clip. */
  static Optional<ClipState> of(Found found, Instant now) {
    if (found.report().isPresent()) {
      return Optional.of(ready(found.report().get()));
    }
    if (found.status().isPresent()) {
      return Optional.of(working(found.status().get(), now));
    }
    return found
        .request()
        .map(
            request ->
                stalled(request.writtenAt(), now)
                    ? failed("stalled", /* retryable= */ true)
                    : new ClipState("queued", false, Map.of()));
  }

  boolean finished() {
    return status.equals("ready") || status.equals("failed");
  }

  private static ClipState ready(Map<String, Object> report) {
    var shown = new LinkedHashMap<>(report);
    shown.remove("source");
    return new ClipState("ready", false, Map.of("file", report.get("file"), "report", shown));
  }

  private static ClipState working(Map<String, Object> status, Instant now) {
    if (status.get("error") instanceof Map<?, ?> error) {
      return failed(String.valueOf(error.get("code")), Boolean.TRUE.equals(error.get("retryable")));
    }
    var updatedAt = String.valueOf(status.get("updatedAt"));
    if (stalled(Instant.parse(updatedAt), now)) {
      return failed("stalled", /* retryable= */ true);
    }
    return new ClipState(
        "cutting",
        false,
        Map.of(
            "progress",
            Map.of(
                "phase", status.get("phase"),
                "percent", status.get("percent"),
                "updatedAt", updatedAt)));
  }

  private static ClipState failed(String code, boolean retryable) {
    return new ClipState(
        "failed",
        retryable,
        Map.of("error", Map.of("code", code, "retryable", retryable), "retryable", retryable));
  }

  private static boolean stalled(Instant since, Instant now) {
    return !now.isBefore(since.plus(STALLED_AFTER));
  }
}
