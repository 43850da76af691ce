package clipdesk.common.identity;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the accounts context tells the others; at least once, and in any order. */
public sealed interface AccountEvent {
  String accountId();

  /**
   * One session is over.
   *
   * @param tokenFamily what all tokens of the session have in common
   */
  record SessionEnded(String accountId, String tokenFamily) implements AccountEvent {
    public SessionEnded {
      requireNonNull(accountId);
      requireNonNull(tokenFamily);
    }
  }

  /**
   * Every session is over that began before an instant.
   *
   * @param validAfter a sign-in at this instant counts, one before it does not
   */
  record SessionsEnded(String accountId, Instant validAfter) implements AccountEvent {
    public SessionsEnded {
      requireNonNull(accountId);
      requireNonNull(validAfter);
    }
  }

  /** There is no such account any more. */
  record AccountDeleted(String accountId) implements AccountEvent {
    public AccountDeleted {
      requireNonNull(accountId);
    }
  }

  /**
   * @return empty if its type is none of these: a newer accounts context has more to tell
   * @throws IllegalArgumentException if the type is known and a member is missing or malformed
   */
  static Optional<AccountEvent> read(Map<String, Object> message) {
    return switch (String.valueOf(message.get("type"))) {
      case "session-ended" ->
          Optional.of(new SessionEnded(id(message, "sub"), id(message, "tokenFamily")));
      case "sessions-ended" ->
          Optional.of(new SessionsEnded(id(message, "sub"), instant(message, "validAfter")));
      case "account-deleted" -> Optional.of(new AccountDeleted(id(message, "sub")));
      default -> Optional.empty();
    };
  }

  private static String id(Map<String, Object> message, String member) {
    if (message.get(member) instanceof String id && id.matches("[A-Za-z0-9_-]{1,128}")) {
      return id;
    }
    throw malformed(message, member, null);
  }

  private static Instant instant(Map<String, Object> message, String member) {
    var value = message.get(member);
    if (value instanceof Integer || value instanceof Long) {
      try {
        return Instant.ofEpochSecond(((Number) value).longValue());
      } catch (DateTimeException e) {
        throw malformed(message, member, e);
      }
    }
    throw malformed(message, member, null);
  }

  /** Names the member and not its value, which may be somebody's. */
  private static IllegalArgumentException malformed(
      Map<String, Object> message, String member, DateTimeException cause) {
    return new IllegalArgumentException(
        "A message " + message.get("type") + " needs a well-formed " + member, cause);
  }
}
