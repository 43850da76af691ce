package clipdesk.newsletters.subscriptions;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the queues would hold. */
@Singleton
@Replaces(SqsOutgoing.class)
public final class RecordedOutgoing implements Outgoing {
  private final List<Map<String, Object>> mails = new ArrayList<>();
  private final List<Map<String, Object>> plans = new ArrayList<>();

  @Override
  public void mail(Map<String, Object> message) {
    mails.add(message);
  }

  @Override
  public void plan(Map<String, Object> message) {
    plans.add(message);
  }

  @Override
  public void send(Map<String, Object> message) {
    throw new UnsupportedOperationException("Only the planner writes batches");
  }

  public List<Map<String, Object>> mails() {
    return List.copyOf(mails);
  }

  public List<Map<String, Object>> plans() {
    return List.copyOf(plans);
  }
}
