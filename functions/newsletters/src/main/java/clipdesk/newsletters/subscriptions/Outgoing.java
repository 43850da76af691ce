package clipdesk.newsletters.subscriptions;

import java.time.Duration;
import java.util.Map;

/** Word to the sender. */
public interface Outgoing {
  /** One message for the queue of single mails. */
  void mail(Map<String, Object> message);

  /** The same once more, later: at most a quarter of an hour. */
  void mailLater(Map<String, Object> message, Duration delay);

  /** One message for the planner. */
  void plan(Map<String, Object> message);

  /** One message with recipients of a campaign. */
  void send(Map<String, Object> message);

  /** The same once more, later: at most a quarter of an hour. */
  void sendLater(Map<String, Object> message, Duration delay);
}
