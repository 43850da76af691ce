package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.Decision;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.DeliveryState;
import clipdesk.newsletters.deliveries.Evidence.Recommendation;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Changes of rows with whatever fault is switched on. */
final class BrokenChanges extends ForwardedChanges {
  private final InMemoryCampaignCounts inner;
  private final SimulatedFault fault;
  private final Consumer<String> violated;

  BrokenChanges(InMemoryCampaignCounts inner, SimulatedFault fault, Consumer<String> violated) {
    super(inner);
    this.inner = inner;
    this.fault = fault;
    this.violated = violated;
  }

  @Override
  public boolean replace(Delivery seen, Delivery then) {
    if (seen.is(DeliveryState.PARKED) && then.is(DeliveryState.PENDING)) {
      look(seen, then.known().decision().orElseThrow());
    }
    if (fault == SimulatedFault.WORD_AFTER_COUNTING_IS_NOT_COUNTED && seen.known().counted()) {
      return inner.replaceUncounted(seen, then);
    }
    return super.replace(seen, then);
  }

  private void look(Delivery parked, Decision decision) {
    var claimedAt = parked.claim().orElseThrow().at();
    var evidence = inner.evidence(parked.id().campaignId(), claimedAt);
    if (decision.by().equals(Decision.BY_EVIDENCE)
        && evidence.recommend(claimedAt, decision.at()) != Recommendation.RESEND) {
      violated.accept(parked.id() + " is sent again without evidence");
    }
  }

  @Override
  public boolean count(List<Delivery> closed) {
    if (fault == SimulatedFault.ROW_IS_COUNTED_TWICE) {
      inner.countWhateverItIs(closed);
      return true;
    }
    return super.count(closed);
  }

  @Override
  public void duplicate(DeliveryId id, String messageId, Instant now) {
    if (fault != SimulatedFault.SECOND_MAIL_IS_NOT_TOLD) {
      super.duplicate(id, messageId, now);
    }
  }
}
