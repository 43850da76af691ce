package clipdesk.media.clips;

import clipdesk.media.clips.ClipObjects.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
  /**
   * How long a cut may be silent. The runtime tries a killed invocation again after one minute and
   * after two more; once those tries are over, nobody comes any more.
   */
  static final Duration SILENT_FOR = Duration.ofMinutes(4);

  /** How long a request may wait for its cutter. */
  static final Duration WAITS_FOR = Duration.ofMinutes(16);

  static final ClipState QUEUED = new ClipState("queued", /* retryable= */ false, Map.of());

  /** Nothing found counts as asked for a moment ago. */
  static ClipState of(Found found, Instant now) {
    if (found.report().isPresent()) {
      return ready(found.report().get());
    }
    long attempt = found.request().map(ClipObjects.Stored::attempt).orElse(1L);
    var status = found.status().filter(it -> attemptOf(it) >= attempt);
    if (status.isPresent()) {
      return working(status.get(), now);
    }
    boolean lost = found.request().filter(it -> isOver(it.writtenAt(), WAITS_FOR, now)).isPresent();
    return lost ? failed("stalled", /* retryable= */ true, Optional.empty()) : QUEUED;
  }

  boolean finished() {
    return status.equals("ready") || status.equals("failed");
  }

  /**
   * The same, seen from a master of equal bytes that has taken the place of the one that was asked
   * for: a failure was that one's, and asking again can help.
   */
  ClipState afterItsMaster() {
    return members.get("error") instanceof Map<?, ?> error
        ? failed(
            String.valueOf(error.get("code")),
            /* retryable= */ true,
            Optional.ofNullable(error.get("detail")))
        : this;
  }

  private static ClipState ready(Map<String, Object> report) {
    var shown = new LinkedHashMap<>(report);
    shown.remove("source");
    return new ClipState("ready", false, Map.of("file", report.get("file"), "report", shown));
  }

  private static ClipState working(Map<String, Object> status, Instant now) {
    if (status.get("error") instanceof Map<?, ?> error) {
      return failed(
          String.valueOf(error.get("code")),
          Boolean.TRUE.equals(error.get("retryable")),
          Optional.ofNullable(error.get("detail")));
    }
    var updatedAt = String.valueOf(status.get("updatedAt"));
    if (isOver(Instant.parse(updatedAt), SILENT_FOR, now)) {
      return failed("stalled", /* retryable= */ true, Optional.empty());
    }
    var progress = new LinkedHashMap<String, Object>();
    for (var name : List.of("phase", "percent", "updatedAt")) {
      Optional.ofNullable(status.get(name)).ifPresent(value -> progress.put(name, value));
    }
    return new ClipState("cutting", false, Map.of("progress", progress));
  }

  /** A status of an earlier attempt says nothing about the present one. */
  static long attemptOf(Map<String, Object> status) {
    return status.get("attempt") instanceof Number attempt ? attempt.longValue() : 1;
  }

  private static ClipState failed(String code, boolean retryable, Optional<Object> detail) {
    var error = new LinkedHashMap<String, Object>();
    error.put("code", code);
    error.put("retryable", retryable);
    detail.ifPresent(text -> error.put("detail", text));
    return new ClipState("failed", retryable, Map.of("error", error, "retryable", retryable));
  }

  private static boolean isOver(Instant since, Duration wait, Instant now) {
    return !now.isBefore(since.plus(wait));
  }
}
