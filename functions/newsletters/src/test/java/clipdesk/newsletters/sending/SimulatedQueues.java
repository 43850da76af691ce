package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.SenderMessage;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Queues that deliver in any order and at least once, five times at most. */
final class SimulatedQueues implements Outgoing {
  private static final int RECEIVES = 5;

  private final Fate fate;
  private final SimulatedFault fault;
  private final List<Message<BatchToSend>> sends = new ArrayList<>();
  private final List<Message<BucketToPlan>> plans = new ArrayList<>();
  private final List<Message<SimulatedEvent>> events = new ArrayList<>();
  private int inFlight;

  private static final class Message<T> {
    private final T body;
    private int receives;

    Message(T body) {
      this.body = body;
    }
  }

  SimulatedQueues(Fate fate, SimulatedFault fault) {
    this.fate = fate;
    this.fault = fault;
  }

  void publish(SimulatedEvent event) {
    events.add(new Message<>(event));
  }

  boolean empty() {
    return plans.isEmpty() && sends.isEmpty() && events.isEmpty();
  }

  void send(Consumer<BatchToSend> work) {
    receive(sends, work);
  }

  void plan(Consumer<BucketToPlan> work) {
    receive(plans, work);
  }

  void hear(Consumer<SimulatedEvent> work) {
    receive(events, work);
  }

  private <T> void receive(List<Message<T>> queue, Consumer<T> work) {
    if (queue.isEmpty()) {
      return;
    }
    var message = queue.remove(fate.random.nextInt(queue.size()));
    if (!fate.isKind() && fate.random.nextInt(6) == 0) {
      queue.add(new Message<>(message.body));
    }
    inFlight++;
    boolean done = false;
    try {
      work.accept(message.body);
      done = true;
    } catch (RuntimeException e) {
      fate.tell("fails: " + e);
    } finally {
      inFlight--;
      if (!done && ++message.receives < RECEIVES) {
        queue.add(message);
      }
    }
  }

  @Override
  public void mail(SenderMessage.OfOneMail message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void mailLater(SenderMessage.OfOneMail message, Duration delay) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void plan(BucketToPlan message) {
    plans.add(new Message<>(message));
  }

  @Override
  public boolean plansIdle() {
    return fault != SimulatedFault.NOBODY_PLANS_AGAIN && plans.isEmpty() && inFlight == 0;
  }

  @Override
  public void send(List<BatchToSend> messages) {
    messages.forEach(it -> sends.add(new Message<>(it)));
  }

  @Override
  public boolean sendsIdle() {
    return sends.isEmpty() && inFlight == 0;
  }

  @Override
  public void sendLater(BatchToSend message, Duration delay) {
    sends.add(new Message<>(message));
  }
}
