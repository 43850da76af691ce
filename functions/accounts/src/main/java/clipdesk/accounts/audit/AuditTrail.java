package clipdesk.accounts.audit;

import clipdesk.common.json.Json;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the lines of the call that this thread works for.
 *
 * <p>The key is fetched where somebody is to be named: for an address by the call that names it, so
 * that the floor of its answer hides the time, for the holder of a token when the line is written.
 * A refusal that names nobody fetches nothing and waits for nothing.
 */
@Singleton
public final class AuditTrail implements AuditLog {
  private final Pseudonyms pseudonyms;
  private final AuditLines lines;
  private final InstantSource clock;
  private final ThreadLocal<Present> present = ThreadLocal.withInitial(Present::new);

  AuditTrail(Pseudonyms pseudonyms, AuditLines lines, InstantSource clock) {
    this.pseudonyms = pseudonyms;
    this.lines = lines;
    this.clock = clock;
  }

  /** For a function that is wired by hand. */
  public static AuditTrail ofFunction(PseudonymKey key, InstantSource clock) {
    return new AuditTrail(new Pseudonyms(key), new CloudAuditLines(), clock);
  }

  /** The call at hand and who was named in it so far, as pseudonyms. */
  private static final class Present {
    private AuditedCall call = AuditedCall.ofNobody("unknown");
    private Optional<String> address = Optional.empty();
    private Optional<String> account = Optional.empty();
    private boolean keyMissing;
  }

  /** Forgets the call before and whom it named. */
  public void begin(AuditedCall call) {
    present.remove();
    present.get().call = call;
  }

  @Override
  public void namesAddress(String address) {
    present.get().address = pseudonym(address);
  }

  @Override
  public void namesAccount(String sub) {
    present.get().account = pseudonym(sub);
  }

  @Override
  public void happened(AuditEvent event) {
    write(event, AuditOutcome.DONE, Optional.empty());
  }

  /**
   * Writes the line of the call itself, unless it is worth none.
   *
   * @param reason the code of the problem that was answered
   */
  void end(AuditEvent event, AuditOutcome outcome, Optional<String> reason) {
    if (outcome != AuditOutcome.DONE || !event.onlyUndone()) {
      write(event, outcome, reason);
    }
  }

  /** One try a call: while Cognito is away each takes seconds, and the answer is ready already. */
  private Optional<String> pseudonym(String name) {
    var it = present.get();
    if (it.keyMissing) {
      return Optional.empty();
    }
    var pseudonym = pseudonyms.of(name);
    it.keyMissing = pseudonym.isEmpty();
    return pseudonym;
  }

  private void write(AuditEvent event, AuditOutcome outcome, Optional<String> reason) {
    var it = present.get();
    var line = new LinkedHashMap<String, String>();
    line.put("timestamp", Json.instant(clock.instant()));
    line.put("level", "INFO");
    line.put("audit", event.label());
    line.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
    reason.ifPresent(code -> line.put("reason", code));
    line.put("requestId", it.call.requestId());
    it.account
        .or(() -> it.call.sub().flatMap(this::pseudonym))
        .ifPresent(who -> line.put("account", who));
    it.address
        .or(() -> it.call.address().flatMap(this::pseudonym))
        .ifPresent(who -> line.put("address", who));
    if (pseudonyms.ready()) {
      it.call.network().flatMap(this::pseudonym).ifPresent(from -> line.put("network", from));
    }
    lines.write(line);
  }
}
