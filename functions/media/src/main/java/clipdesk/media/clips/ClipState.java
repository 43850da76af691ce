package clipdesk.media.clips;

import clipdesk.common.json.Json;
import clipdesk.contracts.clips.ClipReport;
import clipdesk.contracts.clips.ClipStatus;
import clipdesk.contracts.clips.ClipStatus.Failure;
import clipdesk.contracts.clips.ClipStatus.Progress;
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
 * @param failure why it failed; empty unless it did
 * @param members what the answer adds to it
 */
record ClipState(String status, Optional<Failure> failure, Map<String, Object> members) {
  /**
   * How long a cut may be silent. The runtime tries a killed invocation again after one minute and
   * after two more; once those tries are over, nobody comes any more.
   */
  static final Duration SILENT_FOR = Duration.ofMinutes(4);

  /** How long a request may wait for its cutter. */
  static final Duration WAITS_FOR = Duration.ofMinutes(16);

  static final ClipState QUEUED = new ClipState("queued", Optional.empty(), Map.of());

  private static final Failure STALLED = new Failure("stalled", /* retryable= */ true);

  /** Nothing found counts as asked for a moment ago. */
  static ClipState of(Found found, Instant now) {
    if (found.report().isPresent()) {
      return ready(found.report().get());
    }
    long attempt = found.request().map(ClipObjects.Stored::attempt).orElse(1L);
    // A status of an earlier attempt says nothing about the present one.
    var status = found.status().filter(it -> it.attempt() >= attempt);
    if (status.isPresent()) {
      return working(status.get(), now);
    }
    boolean lost = found.request().filter(it -> isOver(it.writtenAt(), WAITS_FOR, now)).isPresent();
    return lost ? failed(STALLED) : QUEUED;
  }

  boolean finished() {
    return status.equals("ready") || status.equals("failed");
  }

  /** Whether it failed and asking again can help. */
  boolean retryable() {
    return failure.filter(Failure::retryable).isPresent();
  }

  /**
   * The same, seen from a master of equal bytes that has taken the place of the one that was asked
   * for: a failure was that one's, and asking again can help.
   */
  ClipState afterItsMaster() {
    return failure
        .map(it -> failed(new Failure(it.code(), /* retryable= */ true, it.detail())))
        .orElse(this);
  }

  private static ClipState ready(ClipReport report) {
    var file = report.file().members();
    var shown = new LinkedHashMap<String, Object>();
    shown.put("clipId", report.clipId());
    shown.put("file", file);
    shown.putAll(report.cut());
    return new ClipState("ready", Optional.empty(), Map.of("file", file, "report", shown));
  }

  private static ClipState working(ClipStatus status, Instant now) {
    return switch (status.state()) {
      case Failure failure -> failed(failure);
      case Progress _ when isOver(status.updatedAt(), SILENT_FOR, now) -> failed(STALLED);
      case Progress progress -> cutting(progress, status.updatedAt());
    };
  }

  private static ClipState cutting(Progress progress, Instant updatedAt) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("phase", progress.phase());
    shown.put("percent", progress.percent());
    shown.put("updatedAt", Json.instant(updatedAt));
    return new ClipState("cutting", Optional.empty(), Map.of("progress", shown));
  }

  private static ClipState failed(Failure failure) {
    return new ClipState(
        "failed",
        Optional.of(failure),
        Map.of("error", failure.members(), "retryable", failure.retryable()));
  }

  private static boolean isOver(Instant since, Duration wait, Instant now) {
    return !now.isBefore(since.plus(wait));
  }
}
