package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryChanges;
import clipdesk.newsletters.deliveries.DeliveryId;
import java.time.Instant;
import java.util.List;

/** What another one does, for those who change a part of it. */
abstract class ForwardedChanges implements DeliveryChanges {
  private final DeliveryChanges inner;

  ForwardedChanges(DeliveryChanges inner) {
    this.inner = inner;
  }

  @Override
  public boolean replace(Delivery seen, Delivery then) {
    return inner.replace(seen, then);
  }

  @Override
  public boolean count(List<Delivery> closed) {
    return inner.count(closed);
  }

  @Override
  public void duplicate(DeliveryId id, String messageId, Instant now) {
    inner.duplicate(id, messageId, now);
  }
}
