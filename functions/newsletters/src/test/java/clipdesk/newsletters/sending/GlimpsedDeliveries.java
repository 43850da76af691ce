package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A ledger whose glimpses show, now and then, what the one before showed. */
final class GlimpsedDeliveries extends ForwardedDeliveries {
  private final Fate fate;
  private final Map<DeliveryId, Optional<Delivery>> seen = new HashMap<>();

  GlimpsedDeliveries(Deliveries inner, Fate fate) {
    super(inner);
    this.fate = fate;
  }

  @Override
  public Optional<Delivery> glimpse(DeliveryId id) {
    var now = super.glimpse(id);
    var before = Optional.ofNullable(seen.put(id, now)).orElse(Optional.empty());
    return fate.luck.happens(Injected.GLIMPSE_IS_OLD, 4) ? before : now;
  }
}
