package clipdesk.newsletters.subscriptions;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the queues would hold. */
@Singleton
@Replaces(SqsOutgoing.class)
public final class RecordedOutgoing implements Outgoing {
  private final List<Map<String, Object>> mails = new ArrayList<>();
  private final List<Map<String, Object>> plans = new ArrayList<>();
  private final List<String> later = new ArrayList<>();

  @Override
  public void mail(Map<String, Object> message) {
    mails.add(message);
  }

  @Override
  public void mailLater(Map<String, Object> message, Duration delay) {
    later.add(delay + " " + message);
  }

  @Override
  public void plan(Map<String, Object> message) {
    plans.add(message);
  }

  @Override
  public void send(Map<String, Object> message) {
    throw new UnsupportedOperationException("Only the planner writes batches");
  }

  @Override
  public void sendLater(Map<String, Object> message, Duration delay) {
    later.add(delay + " " + message);
  }

  /** What was put back for later: how long, and the message. */
  public List<String> later() {
    return List.copyOf(later);
  }

  public List<Map<String, Object>> mails() {
    return List.copyOf(mails);
  }

  public List<Map<String, Object>> plans() {
    return List.copyOf(plans);
  }
}
