package clipdesk.clips.cutting;

import clipdesk.common.json.Json;
import clipdesk.common.stored.StoredRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * {@code clips/{clipId}/status.json}: who cuts and how far it is, or why it failed.
 *
 * @param worker the invocation that holds the claim
 * @param phase empty once it failed
 * @param failure empty while cutting
 * @param updatedAt the heartbeat, in milliseconds
 */
record ClipStatus(
    String clipId,
    long attempt,
    String worker,
    String phase,
    int percent,
    Optional<Failure> failure,
    Instant updatedAt) {
  /** How often a worker says that it lives. */
  static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** A worker that has missed a dozen of them is gone. */
  static final Duration SILENT_AFTER = Duration.ofSeconds(60);

  /**
   * Why a cut failed, and whether asking again can help.
   *
   * @param detail what to ask for instead, for whoever asked; empty if there is no such thing
   */
  record Failure(String code, boolean retryable, String detail) {}

  /**
   * Whether an invocation may take the claim over from this status: nobody holds it any more, or
   * its holder is silent, or bears the very name of the invocation and so is dead, because the
   * runtime tries it again.
   */
  boolean yieldsTo(ClipRequest request, String invocation, Instant now) {
    return failure
        .map(it -> it.retryable() || attempt < request.attempt())
        .orElseGet(() -> worker.equals(invocation) || !now.isBefore(updatedAt.plus(SILENT_AFTER)));
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
    members.put("updatedAt", Json.instant(updatedAt));
    return Json.text(members);
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws clipdesk.common.stored.UnreadableException if it is anything else
   */
  static ClipStatus read(StoredRow row) {
    return new ClipStatus(
        row.text("clipId"),
        row.number("attempt", 1),
        row.text("worker"),
        row.optionalText("phase").orElse(""),
        row.has("percent") ? (int) row.number("percent", 0, 100) : 0,
        row.optionalObject("error").map(ClipStatus::failure),
        row.instant("updatedAt"));
  }

  private static Failure failure(StoredRow error) {
    return new Failure(
        error.text("code"), error.flag("retryable"), error.optionalText("detail").orElse(""));
  }
}
