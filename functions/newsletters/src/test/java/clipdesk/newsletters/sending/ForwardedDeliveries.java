package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.deliveries.ClaimAnswer;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What another one does, for those who change a part of it. */
abstract class ForwardedDeliveries implements Deliveries {
  private final Deliveries inner;

  ForwardedDeliveries(Deliveries inner) {
    this.inner = inner;
  }

  @Override
  public void plan(DeliveryId id, Instant now) {
    inner.plan(id, now);
  }

  @Override
  public List<Delivery> read(String campaignId, List<String> subscriberIds) {
    return inner.read(campaignId, subscriberIds);
  }

  @Override
  public Optional<Delivery> glimpse(DeliveryId id) {
    return inner.glimpse(id);
  }

  @Override
  public List<Delivery> of(String subscriberId, List<String> campaignIds) {
    return inner.of(subscriberId, campaignIds);
  }

  @Override
  public ClaimAnswer claim(
      DeliveryId id, String topic, EmailAddress email, String claim, Instant now) {
    return inner.claim(id, topic, email, claim, now);
  }

  @Override
  public boolean accepted(DeliveryId id, String claim, String messageId) {
    return inner.accepted(id, claim, messageId);
  }

  @Override
  public void release(DeliveryId id, String claim, String reason) {
    inner.release(id, claim, reason);
  }

  @Override
  public void fail(DeliveryId id, String claim, String reason) {
    inner.fail(id, claim, reason);
  }

  @Override
  public void skip(DeliveryId id, String reason) {
    inner.skip(id, reason);
  }

  @Override
  public void giveUp(DeliveryId id, String reason) {
    inner.giveUp(id, reason);
  }

  @Override
  public long tried(DeliveryId id) {
    return inner.tried(id);
  }
}
