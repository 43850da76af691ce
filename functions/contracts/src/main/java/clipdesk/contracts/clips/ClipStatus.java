package clipdesk.contracts.clips;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code clips/{clipId}/status.json}: who cuts and how far it is, or why it failed.
 *
 * @param attempt that of the request that is being served
 * @param worker the invocation that holds the claim
 * @param state how far it is, or why it failed
 * @param updatedAt when its worker last said that it lives, in milliseconds
 */
public record ClipStatus(
    String clipId, long attempt, String worker, State state, Instant updatedAt) {
  /** How often a worker says that it lives. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final String CUTTING = "cutting";
  private static final String FAILED = "failed";

  /** What a worker says last of all, or for now. */
  public sealed interface State {}

  /**
   * It is being cut.
   *
   * @param percent of the phase, or of the whole cut
   */
  public record Progress(String phase, int percent) implements State {
    public Progress {
      requireNonNull(phase);
    }
  }

  /**
   * Why a cut failed, and whether asking again can help.
   *
   * @param detail what to ask for instead, for whoever asked, if there is such a thing
   */
  public record Failure(String code, boolean retryable, Optional<String> detail) implements State {
    public Failure(String code, boolean retryable) {
      this(code, retryable, Optional.empty());
    }

    public Failure {
      requireNonNull(code);
      requireNonNull(detail);
    }

    /** In the order in which they are written, and callers are shown them. */
    public Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("code", code);
      members.put("retryable", retryable);
      detail.ifPresent(it -> members.put("detail", it));
      return members;
    }

    private static Failure of(Members error) {
      return new Failure(error.text("code"), error.flag("retryable"), error.optionalText("detail"));
    }
  }

  public ClipStatus {
    requireNonNull(clipId);
    requireNonNull(worker);
    requireNonNull(state);
    requireNonNull(updatedAt);
  }

  /** Why it failed; empty while it is being cut. */
  public Optional<Failure> failure() {
    return state instanceof Failure failure ? Optional.of(failure) : Optional.empty();
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("clipId", clipId);
    members.put("attempt", attempt);
    members.put("worker", worker);
    switch (state) {
      case Progress progress -> {
        members.put("status", CUTTING);
        members.put("phase", progress.phase());
        members.put("percent", progress.percent());
      }
      case Failure failure -> {
        members.put("status", FAILED);
        members.put("error", failure.members());
      }
    }
    members.put("updatedAt", Json.instant(updatedAt));
    return Json.text(members);
  }

  /**
   * @throws UnreadableException if it is no such status
   */
  public static ClipStatus read(String text) {
    var members = Members.read(text);
    members.requireVersion(1);
    return new ClipStatus(
        members.text("clipId"),
        members.number("attempt", 1, Integer.MAX_VALUE),
        members.text("worker"),
        state(members),
        members.instant("updatedAt"));
  }

  private static State state(Members members) {
    var error = members.optionalObject("error");
    members.requireText("status", error.isEmpty() ? CUTTING : FAILED);
    return error.isPresent()
        ? Failure.of(error.get())
        : new Progress(members.text("phase"), (int) members.number("percent", 0, 100));
  }
}
