package clipdesk.newsletters.feedback;

import clipdesk.common.logging.EmfCount;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a mail: sent for certain, or to an address not to be written to again. */
final class TakeFeedback {
  private final Deliveries deliveries;
  private final Subscribers subscribers;
  private final InstantSource clock;

  TakeFeedback(Deliveries deliveries, Subscribers subscribers, InstantSource clock) {
    this.deliveries = deliveries;
    this.subscribers = subscribers;
    this.clock = clock;
  }

  /**
   * @param mail the event's own member of this name
   */
  void take(Map<String, Object> event, Map<?, ?> mail) {
    var type = String.valueOf(event.get("eventType"));
    var tags = mail.get("tags") instanceof Map<?, ?> map ? map : Map.of();
    var recipient = tag(tags, "recipient");
    boolean complaint = type.equals("Complaint");
    boolean bounce = type.equals("Bounce");
    if (recipient.isEmpty()) { // a code, a confirmation or a test send: of no ledger, but it counts
      if (bounce || complaint) {
        EmfCount.print("OtherMailsReturned", Map.of("type", type));
      }
      return;
    }
    var messageId = String.valueOf(mail.get("messageId"));
    tag(tags, "campaign")
        .ifPresent(it -> deliveries.sentByEvent(new DeliveryId(it, recipient.get()), messageId));
    boolean permanent =
        event.get("bounce") instanceof Map<?, ?> details
            && "Permanent".equals(details.get("bounceType"));
    if (complaint || (bounce && permanent)) {
      subscribers.suppress(recipient.get(), complaint ? "complaint" : "bounce", clock.instant());
    }
  }

  private static Optional<String> tag(Map<?, ?> tags, String name) {
    return tags.get(name) instanceof List<?> values && !values.isEmpty()
        ? Optional.of(String.valueOf(values.getFirst()))
        : Optional.empty();
  }
}
