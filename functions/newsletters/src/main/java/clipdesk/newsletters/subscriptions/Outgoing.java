package clipdesk.newsletters.subscriptions;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.SenderMessage;
import java.time.Duration;
import java.util.List;

/** Word to the planner and to the sender. */
public interface Outgoing {
  /** For the queue of single mails. */
  void mail(SenderMessage.OfOneMail message);

  /** A confirmation that nobody waits for, such as one of thousands: behind campaigns. */
  void ask(ConfirmationToMail message);

  /** The same once more, later: at most a quarter of an hour. */
  void mailLater(SenderMessage.OfOneMail message, Duration delay);

  /** For the planner. */
  void plan(BucketToPlan message);

  /** Whether no word to the planner is under way or waits. */
  boolean plansIdle();

  /** Recipients of a campaign, all of them or it throws. */
  void send(List<BatchToSend> messages);

  /** Whether no word of recipients is under way or waits. */
  boolean sendsIdle();

  /** The same once more, later: at most a quarter of an hour. */
  void sendLater(BatchToSend message, Duration delay);
}
