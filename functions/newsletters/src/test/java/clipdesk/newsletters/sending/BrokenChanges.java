package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import java.time.Instant;
import java.util.List;

/** Changes of rows with whatever fault is switched on. */
final class BrokenChanges extends ForwardedChanges {
  private final InMemoryCampaignCounts inner;
  private final SimulatedFault fault;

  BrokenChanges(InMemoryCampaignCounts inner, SimulatedFault fault) {
    super(inner);
    this.inner = inner;
    this.fault = fault;
  }

  @Override
  public boolean replace(Delivery seen, Delivery then) {
    if (fault == SimulatedFault.WORD_AFTER_COUNTING_IS_NOT_COUNTED && seen.known().counted()) {
      return inner.replaceUncounted(seen, then);
    }
    return super.replace(seen, then);
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
