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
    Optional<ToldInstant> embargoUntil,
    boolean announced,
    boolean legalBlock,
    Optional<Withdrawal> withdrawn) {
  /** Taken back for good. */
  public record Withdrawal(ToldInstant at, Optional<String> reason) {
    public Withdrawal {
      requireNonNull(at);
      requireNonNull(reason);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      members.put("at", at.text());
      reason.ifPresent(it -> members.put("reason", it));
      return members;
    }

    private static Withdrawal of(Members withdrawn) {
      return new Withdrawal(ToldInstant.of("at", withdrawn), withdrawn.optionalText("reason"));
    }
  }

  public Restrictions {
    requireNonNull(embargoUntil);
    requireNonNull(withdrawn);
  }

  /** The instant at which an embargo ends, if there is one. */
  public Optional<Instant> embargoEnd() {
    return embargoUntil.map(ToldInstant::instant);
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    embargoUntil.ifPresent(it -> members.put("embargoUntil", it.text()));
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
        ToldInstant.optional("embargoUntil", description),
        description.optionalFlag("announce").orElse(true),
        description.optionalFlag("legalBlock").orElse(false),
        description.optionalObject("withdrawn").map(Withdrawal::of));
  }
}
