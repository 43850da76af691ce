package clipdesk.clips.cutting;

import clipdesk.common.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code clips/{clipId}/status.json}: who cuts and how far it is, or why it failed.
 *
 * @param worker who holds the claim
 * @param failure empty while cutting
 */
record ClipStatus(
    String clipId,
    long attempt,
    String worker,
    String phase,
    int percent,
    Optional<Failure> failure,
    Instant updatedAt) {
  /** A worker that has written nothing for longer is gone: a function lives 15 minutes. */
  static final Duration STALLED_AFTER = Duration.ofMinutes(16);

  /**
   * Why a cut failed, and whether asking again can help.
   *
   * @param detail what to ask for instead, for whoever asked; empty if there is no such thing
   */
  record Failure(String code, boolean retryable, String detail) {}

  /** Whether a request may take the claim over from this status. */
  boolean yieldsTo(ClipRequest request, Instant now) {
    return failure.isPresent()
        ? attempt < request.attempt()
        : !now.isBefore(updatedAt.plus(STALLED_AFTER));
  }

  String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("clipId", clipId);
    members.put("attempt", attempt);
    members.put("worker", worker);
    if (failure.isPresent()) {
      members.put("status", "failed");
      var error = new LinkedHashMap<String, Object>();
      error.put("code", failure.get().code());
      error.put("retryable", failure.get().retryable());
      if (!failure.get().detail().isEmpty()) {
        error.put("detail", failure.get().detail());
      }
      members.put("error", error);
    } else {
      members.put("status", "cutting");
      members.put("phase", phase);
      members.put("percent", percent);
    }
    members.put("updatedAt", updatedAt.truncatedTo(ChronoUnit.MILLIS).toString());
    return Json.text(members);
  }

  static ClipStatus parse(String text) {
    var members = Json.object(text);
    return new ClipStatus(
        (String) members.get("clipId"),
        ((Number) members.get("attempt")).longValue(),
        String.valueOf(members.get("worker")),
        String.valueOf(members.get("phase")),
        members.get("percent") instanceof Number percent ? percent.intValue() : 0,
        members.get("error") instanceof Map<?, ?> error
            ? Optional.of(
                new Failure(
                    String.valueOf(error.get("code")),
                    Boolean.TRUE.equals(error.get("retryable")),
                    error.get("detail") instanceof String detail ? detail : ""))
            : Optional.empty(),
        Instant.parse((String) members.get("updatedAt")));
  }
}
