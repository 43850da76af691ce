package clipdesk.newsletters.deliveries;

import static java.util.Objects.requireNonNull;

import clipdesk.newsletters.subscriptions.Subscriber;

/** A campaign and one of those whom it is for. */
public record DeliveryId(String campaignId, String subscriberId) {
  public DeliveryId {
    requireNonNull(campaignId);
    requireNonNull(subscriberId);
  }

  /** One of 16 partitions of the ledger. */
  public String bucket() {
    return Subscriber.bucket(subscriberId);
  }
}
