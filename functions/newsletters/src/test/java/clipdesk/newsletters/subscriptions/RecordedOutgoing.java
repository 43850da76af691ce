package clipdesk.newsletters.subscriptions;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.SenderMessage;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the queues would hold. */
@Singleton
@Replaces(SqsOutgoing.class)
public final class RecordedOutgoing implements Outgoing {
  private final List<SenderMessage.OfOneMail> mails = new ArrayList<>();
  private final List<BucketToPlan> plans = new ArrayList<>();
  private final List<BatchToSend> sends = new ArrayList<>();
  private final List<ConfirmationToMail> asked = new ArrayList<>();
  private boolean idle = true;
  private int broken = Integer.MAX_VALUE;
  private final List<String> later = new ArrayList<>();

  @Override
  public void mail(SenderMessage.OfOneMail message) {
    mails.add(message);
  }

  @Override
  public synchronized void ask(ConfirmationToMail message) {
    asked.add(message);
  }

  /** What nobody waits for. */
  public List<ConfirmationToMail> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void mailLater(SenderMessage.OfOneMail message, Duration delay) {
    later.add(delay + " " + message.json());
  }

  @Override
  public void plan(BucketToPlan message) {
    plans.add(message);
  }

  @Override
  public boolean plansIdle() {
    return idle;
  }

  @Override
  public void send(List<BatchToSend> messages) {
    if (sends.size() >= broken) {
      broken = Integer.MAX_VALUE;
      throw new IllegalStateException("The queue is gone");
    }
    sends.addAll(messages);
  }

  /** The next call after so many messages fails, once. */
  public void breakAfter(int messages) {
    broken = messages;
  }

  @Override
  public boolean sendsIdle() {
    return idle;
  }

  /** Whether messages are under way. */
  public void idle(boolean now) {
    idle = now;
  }

  /** What the senders are told. */
  public List<BatchToSend> sends() {
    return List.copyOf(sends);
  }

  /** Whatever was written down is lost. */
  public void lose() {
    mails.clear();
    plans.clear();
    sends.clear();
    later.clear();
  }

  @Override
  public void sendLater(BatchToSend message, Duration delay) {
    later.add(delay + " " + message.json());
  }

  /** What was put back for later: how long, and the message. */
  public List<String> later() {
    return List.copyOf(later);
  }

  public List<SenderMessage.OfOneMail> mails() {
    return List.copyOf(mails);
  }

  public List<BucketToPlan> plans() {
    return List.copyOf(plans);
  }
}
