package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.limits.SlidingLimits;
import clipdesk.common.limits.SlidingLimits.Allowance;
import clipdesk.newsletters.TestWiring;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same limits without a table. */
public final class InMemoryConfirmationLimits implements ConfirmationLimits {
  private final SlidingLimits limits;
  private final Map<EmailAddress, List<Instant>> passed = new HashMap<>();

  public InMemoryConfirmationLimits() {
    this(TestWiring.sampleConfig().confirmationsOfAnAddress());
  }

  private InMemoryConfirmationLimits(SlidingLimits limits) {
    this.limits = limits;
  }

  /** One a day. */
  public static InMemoryConfirmationLimits ofReminders() {
    return new InMemoryConfirmationLimits(
        SlidingLimits.of(new Allowance("daily", 1, Duration.ofDays(1))));
  }

  @Override
  public boolean allows(EmailAddress email, Instant now) {
    return limits.refusal(passed.getOrDefault(email, List.of()), now).isEmpty();
  }

  @Override
  public boolean pass(EmailAddress email, Instant now) {
    var times = passed.getOrDefault(email, List.of());
    boolean passes = allows(email, now);
    if (passes) {
      passed.put(email, limits.with(times, now));
    }
    return passes;
  }

  @Override
  public void giveBack(EmailAddress email, Instant at) {
    passed.computeIfPresent(
        email, (_, times) -> times.stream().filter(it -> !it.equals(at)).toList());
  }
}
