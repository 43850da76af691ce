package clipdesk.newsletters.subscriptions;

import java.util.Map;

/** Word to the sender. */
public interface Outgoing {
  /** One message for the queue of single mails. */
  void mail(Map<String, Object> message);

  /** One message for the planner. */
  void plan(Map<String, Object> message);

  /** One message with recipients of a campaign. */
  void send(Map<String, Object> message);
}
