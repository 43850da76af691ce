package clipdesk.contracts.accounts;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message of the topic of account events: its {@code type} says what happened. */
public sealed interface AccountEvent {
  /** Of accounts, and of what the tokens of a session have in common. */
  Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  /** One of the accounts context's own: a user of the pool. */
  String accountId();

  /** What happened, as the message calls it. */
  String type();

  /** The message. */
  String json();

  /**
   * One session is over.
   *
   * @param tokenFamily what all tokens of the session have in common
   */
  record SessionEnded(String accountId, String tokenFamily) implements AccountEvent {
    private static final String TYPE = "session-ended";

    public SessionEnded {
      requireNonNull(accountId);
      requireNonNull(tokenFamily);
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String json() {
      return AccountEvent.json(this, Map.of("tokenFamily", tokenFamily));
    }
  }

  /**
   * Every session is over that began before an instant.
   *
   * @param validAfter in whole seconds: a sign-in at this instant counts, one before it does not
   */
  record SessionsEnded(String accountId, Instant validAfter) implements AccountEvent {
    private static final String TYPE = "sessions-ended";

    public SessionsEnded {
      requireNonNull(accountId);
      validAfter = Instant.ofEpochSecond(validAfter.getEpochSecond());
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String json() {
      return AccountEvent.json(this, Map.of("validAfter", validAfter.getEpochSecond()));
    }
  }

  /**
   * An account has another address, which a code has proven.
   *
   * @param former the one it had before
   */
  record AddressChanged(String accountId, String email, Optional<String> former)
      implements AccountEvent {
    private static final String TYPE = "address-changed";

    public AddressChanged {
      requireNonNull(accountId);
      requireNonNull(email);
      requireNonNull(former);
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String json() {
      var members = new LinkedHashMap<String, Object>();
      members.put("email", email);
      former.ifPresent(it -> members.put("former", it));
      return AccountEvent.json(this, members);
    }

    /** Without the addresses: it may be met by a log. */
    @Override
    public String toString() {
      return "AddressChanged[" + accountId + "]";
    }
  }

  /**
   * There is no such account any more.
   *
   * @param email where it is still known; nobody needs it to forget the account
   */
  record AccountDeleted(String accountId, Optional<String> email) implements AccountEvent {
    private static final String TYPE = "account-deleted";

    public AccountDeleted {
      requireNonNull(accountId);
      requireNonNull(email);
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String json() {
      return AccountEvent.json(this, email.map(it -> Map.of("email", it)).orElse(Map.of()));
    }
  }

  /**
   * @return empty if its type is none of these: a newer accounts context has more to tell
   * @throws UnreadableException if it is no JSON object of a known form, or its type is known and
   *     it lacks a member that the type needs
   */
  static Optional<AccountEvent> read(String message) {
    var members = Members.read(message);
    members.requireVersion(1);
    return switch (members.anyText("type").orElse("")) {
      case SessionEnded.TYPE ->
          Optional.of(new SessionEnded(id(members, "sub"), id(members, "tokenFamily")));
      case SessionsEnded.TYPE ->
          Optional.of(new SessionsEnded(id(members, "sub"), members.second("validAfter")));
      case AddressChanged.TYPE ->
          Optional.of(
              new AddressChanged(
                  id(members, "sub"), members.filledText("email"), members.anyText("former")));
      case AccountDeleted.TYPE ->
          Optional.of(new AccountDeleted(id(members, "sub"), members.anyText("email")));
      default -> Optional.empty();
    };
  }

  private static String id(Members members, String name) {
    return members.text(name, ID, "must be 1 to 128 letters, digits, _ or -");
  }

  private static String json(AccountEvent event, Map<String, ?> more) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", event.type());
    members.put("sub", event.accountId());
    members.putAll(more);
    return Json.text(members);
  }
}
