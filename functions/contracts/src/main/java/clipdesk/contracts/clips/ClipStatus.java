package clipdesk.contracts.clips;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.contracts.MalformedMessageException;
import clipdesk.contracts.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * {@code clips/{clipId}/status.json}: who cuts and how far it is, or why it failed.
 *
 * @param attempt that of the request that is being served
 * @param worker the invocation that holds the claim
 * @param phase empty once it failed
 * @param percent of the phase, or of the whole cut; 0 once it failed
 * @param failure empty while cutting
 * @param updatedAt when its worker last said that it lives, in milliseconds
 */
public record ClipStatus(
    String clipId,
    long attempt,
    String worker,
    String phase,
    int percent,
    Optional<Failure> failure,
    Instant updatedAt) {
  /** How often a worker says that it lives. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final String CUTTING = "cutting";
  private static final String FAILED = "failed";

  /**
   * Why a cut failed, and whether asking again can help.
   *
   * @param detail what to ask for instead, for whoever asked; empty if there is no such thing
   */
  public record Failure(String code, boolean retryable, String detail) {
    public Failure {
      requireNonNull(code);
      requireNonNull(detail);
    }
  }

  public ClipStatus {
    requireNonNull(clipId);
    requireNonNull(worker);
    requireNonNull(phase);
    requireNonNull(failure);
    requireNonNull(updatedAt);
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("clipId", clipId);
    members.put("attempt", attempt);
    members.put("worker", worker);
    if (failure.isPresent()) {
      members.put("status", FAILED);
      var error = new LinkedHashMap<String, Object>();
      error.put("code", failure.get().code());
      error.put("retryable", failure.get().retryable());
      if (!failure.get().detail().isEmpty()) {
        error.put("detail", failure.get().detail());
      }
      members.put("error", error);
    } else {
      members.put("status", CUTTING);
      members.put("phase", phase);
      members.put("percent", percent);
    }
    members.put("updatedAt", Json.instant(updatedAt));
    return Json.text(members);
  }

  /**
   * @throws MalformedMessageException if it is no such status
   */
  public static ClipStatus read(String text) {
    var members = Members.read(text);
    members.requireVersion(1);
    var failure = members.optionalObject("error").map(ClipStatus::failure);
    boolean cutting = failure.isEmpty();
    members.requireText("status", cutting ? CUTTING : FAILED);
    return new ClipStatus(
        members.text("clipId"),
        members.number("attempt", 1, Integer.MAX_VALUE),
        members.text("worker"),
        cutting ? members.text("phase") : "",
        cutting ? (int) members.number("percent", 0, 100) : 0,
        failure,
        members.instant("updatedAt"));
  }

  private static Failure failure(Members error) {
    return new Failure(
        error.text("code"), error.flag("retryable"), error.optionalText("detail").orElse(""));
  }
}
