package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.deliveries.ClaimAnswer;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A ledger with whatever fault is switched on. */
final class BrokenDeliveries extends ForwardedDeliveries {
  private final Deliveries inner;
  private final SimulatedFault fault;
  private final Fate fate;
  private final BiConsumer<DeliveryId, String> told;
  private final Map<String, String> lastClaims = new HashMap<>();

  BrokenDeliveries(
      Deliveries inner, SimulatedFault fault, Fate fate, BiConsumer<DeliveryId, String> told) {
    super(inner);
    this.inner = inner;
    this.fault = fault;
    this.fate = fate;
    this.told = told;
  }

  @Override
  public ClaimAnswer claim(
      DeliveryId id, String topic, EmailAddress email, String claim, Instant at) {
    if (fault == SimulatedFault.CLAIM_WITHOUT_CONDITION) {
      inner.claim(id, topic, email, claim, at);
      return ClaimAnswer.HELD;
    }
    if (fault == SimulatedFault.CLAIM_IN_TWO_STEPS) {
      var seen = inner.read(id.campaignId(), List.of(id.subscriberId()));
      fate.others();
      inner.claim(id, topic, email, claim, at);
      return !seen.isEmpty() && seen.getFirst().is(DeliveryState.PENDING)
          ? ClaimAnswer.HELD
          : ClaimAnswer.TAKEN;
    }
    var answer = super.claim(id, topic, email, claim, at);
    if (fault == SimulatedFault.CLAIM_THAT_DOES_NOT_LOOK_AT_THE_RECIPIENT
        && answer == ClaimAnswer.UNSUBSCRIBED) {
      answer = ClaimAnswer.HELD;
    }
    if (answer == ClaimAnswer.HELD) {
      lastClaims.put(id.subscriberId(), claim);
      if (fault == SimulatedFault.MARK_BEFORE_SEND) {
        inner.accepted(id, claim, "guessed");
      }
    }
    return answer;
  }

  @Override
  public boolean accepted(DeliveryId id, String claim, String messageId) {
    boolean accepted = super.accepted(id, claim, messageId);
    if (accepted) {
      told.accept(id, messageId);
    }
    return accepted;
  }

  @Override
  public void skip(DeliveryId id, String reason) {
    if (fault != SimulatedFault.CANCELLED_ROWS_STAY_OPEN || !reason.equals("cancelled")) {
      super.skip(id, reason);
    }
  }

  @Override
  public void release(DeliveryId id, String claim, String reason) {
    super.release(
        id,
        fault == SimulatedFault.RELEASE_OF_ANY_CLAIM
            ? lastClaims.getOrDefault(id.subscriberId(), claim)
            : claim,
        reason);
  }
}
