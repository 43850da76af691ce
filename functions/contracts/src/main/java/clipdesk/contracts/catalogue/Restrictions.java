package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps a video from being seen or taken, as its uploader has it. What it comes to at an
 * instant is not said here.
 *
 * @param embargoUntil the first instant at which an embargo holds no more
 * @param announced whether everybody may know of it before
 */
public record Restrictions(
    Optional<Instant> embargoUntil,
    boolean announced,
    boolean legalBlock,
    Optional<Withdrawal> withdrawn) {
  /** Taken back for good. */
  public record Withdrawal(Instant at, Optional<String> reason) {
    public Withdrawal {
      requireNonNull(at);
      requireNonNull(reason);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("at", at.toString());
      reason.ifPresent(it -> members.put("reason", it));
      return members;
    }

    private static Withdrawal of(Members withdrawn) {
      return new Withdrawal(withdrawn.instant("at"), withdrawn.optionalText("reason"));
    }
  }

  public Restrictions {
    requireNonNull(embargoUntil);
    requireNonNull(withdrawn);
  }

  /** With every digit of an instant: an embargo does not end a part of a millisecond early. */
  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    embargoUntil.ifPresent(it -> members.put("embargoUntil", it.toString()));
    if (!announced) {
      members.put("announce", false);
    }
    if (legalBlock) {
      members.put("legalBlock", true);
    }
    withdrawn.ifPresent(it -> members.put("withdrawn", it.members()));
    return members;
  }

  static Restrictions of(Members description) {
    return new Restrictions(
        description.optionalInstant("embargoUntil"),
        description.optionalFlag("announce").orElse(true),
        description.optionalFlag("legalBlock").orElse(false),
        description.optionalObject("withdrawn").map(Withdrawal::of));
  }
}
