package clipdesk.newsletters.feedback;

import clipdesk.common.json.Json;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Mailboxes;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The function of events, for whoever looks at it from outside. */
public final class Feedback {
  private static final String EVENT =
      """
      {"eventType": "%s", "mail": {"messageId": "m", "timestamp": "2026-02-12T15:00:00Z",
       "tags": {"campaign": ["%s"], "recipient": ["%s"], "claim": ["%s"]}}}
      """;

  private final TakeFeedback takeFeedback;

  public Feedback(
      TakeWord takeWord, Subscribers subscribers, Mailboxes mailboxes, InstantSource clock) {
    this.takeFeedback = new TakeFeedback(takeWord, subscribers, mailboxes, clock);
  }

  /** The two events of a mail that arrived, as SES publishes them. */
  public void arrived(String campaign, String recipient, String claim) {
    for (var type : List.of("Send", "Delivery")) {
      var event = Json.object(EVENT.formatted(type, campaign, recipient, claim));
      takeFeedback.take(event, (Map<?, ?>) event.get("mail"));
    }
  }
}
