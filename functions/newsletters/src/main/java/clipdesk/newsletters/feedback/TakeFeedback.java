package clipdesk.newsletters.feedback;

import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What became of a mail: sent for certain, or to an address not to be written to again. */
final class TakeFeedback {
  private final Campaigns campaigns;
  private final Subscribers subscribers;
  private final InstantSource clock;

  TakeFeedback(Campaigns campaigns, Subscribers subscribers, InstantSource clock) {
    this.campaigns = campaigns;
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
    if (recipient.isEmpty()) {
      return; // a confirmation or a test send
    }
    campaigns.sentByEvent(
        tag(tags, "campaign"),
        Subscriber.bucket(recipient),
        recipient,
        String.valueOf(mail.get("messageId")));
    boolean permanent =
        event.get("bounce") instanceof Map<?, ?> bounce
            && "Permanent".equals(bounce.get("bounceType"));
    if (type.equals("Complaint") || (type.equals("Bounce") && permanent)) {
      subscribers.suppress(
          recipient, type.equals("Complaint") ? "complaint" : "bounce", clock.instant());
    }
  }

  private static String tag(Map<?, ?> tags, String name) {
    return tags.get(name) instanceof List<?> values && !values.isEmpty()
        ? String.valueOf(values.getFirst())
        : "";
  }
}
