package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.BatchToSend;
import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.ConfirmationToMail;
import clipdesk.contracts.newsletters.SenderMessage;
import clipdesk.newsletters.imports.GoThroughList;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Queues that deliver in any order and at least once, five times at most. */
final class SimulatedQueues implements Outgoing {
  private static final int RECEIVES = 5;

  /** One queue and its dead letters. */
  final class Queue<T> {
    private final List<Message<T>> waiting = new ArrayList<>();
    private final List<Message<T>> dead = new ArrayList<>();

    void put(T body, Instant from) {
      waiting.add(new Message<>(body, from));
    }

    void put(T body) {
      put(body, Instant.MIN);
    }

    boolean isEmpty() {
      return waiting.stream().noneMatch(it -> !it.from.isAfter(fate.now()));
    }

    void receive(Consumer<T> work) {
      if (waiting.isEmpty()) {
        return;
      }
      int place = fate.luck.below(waiting.size());
      var message = waiting.get(place);
      if (message.from.isAfter(fate.now())) {
        return;
      }
      waiting.remove(place);
      if (!message.isCopy && fate.luck.happens(Injected.MESSAGE_TWICE, 6)) {
        var copy = new Message<>(message.body, message.from);
        copy.isCopy = true;
        waiting.add(copy);
      }
      inFlight++;
      boolean done = false;
      try {
        work.accept(message.body);
        done = true;
      } finally {
        inFlight--;
        if (!done) {
          putBack(message);
        }
      }
    }

    /** I8: once nothing goes wrong any more, nothing becomes a dead letter. */
    private void putBack(Message<T> message) {
      if (++message.receives < RECEIVES) {
        waiting.add(message);
        return;
      }
      dead.add(message);
      if (fate.luck.isKind()) {
        violated.accept("I8: a dead letter: " + message.body);
      }
    }

    void redrive() {
      dead.forEach(it -> it.receives = 0);
      waiting.addAll(dead);
      dead.clear();
    }
  }

  private static final class Message<T> {
    private final T body;
    private final Instant from;
    private int receives;
    private boolean isCopy;

    Message(T body, Instant from) {
      this.body = body;
      this.from = from;
    }
  }

  final Queue<BatchToSend> sends = new Queue<>();
  final Queue<BucketToPlan> plans = new Queue<>();
  final Queue<SimulatedEvent> events = new Queue<>();
  final Queue<SenderMessage.OfOneMail> mails = new Queue<>();
  final Queue<String> erasures = new Queue<>();
  final Queue<Consumer<GoThroughList>> lists = new Queue<>();
  private final Fate fate;
  private final SimulatedFault fault;
  private final Consumer<String> violated;
  private int inFlight;

  SimulatedQueues(Fate fate, SimulatedFault fault, Consumer<String> violated) {
    this.fate = fate;
    this.fault = fault;
    this.violated = violated;
  }

  boolean isEmpty() {
    return plans.isEmpty()
        && sends.isEmpty()
        && events.isEmpty()
        && mails.isEmpty()
        && erasures.isEmpty()
        && lists.isEmpty();
  }

  /** An operator puts dead letters back. */
  void redrive() {
    List.of(sends, plans, events, mails, erasures, lists).forEach(Queue::redrive);
  }

  /** What is a hint only stays dead: the tick makes it anew. */
  void redriveWhatIsNoHint() {
    List.of(events, mails, erasures, lists).forEach(Queue::redrive);
  }

  @Override
  public void mail(SenderMessage.OfOneMail message) {
    mails.put(message);
  }

  @Override
  public void ask(ConfirmationToMail message) {
    mails.put(message);
  }

  @Override
  public void mailLater(SenderMessage.OfOneMail message, Duration delay) {
    mails.put(message, fate.now().plus(delay));
  }

  @Override
  public void plan(BucketToPlan message) {
    plans.put(message);
  }

  @Override
  public boolean plansIdle() {
    return fault != SimulatedFault.NOBODY_PLANS_AGAIN && plans.waiting.isEmpty() && inFlight == 0;
  }

  @Override
  public void send(List<BatchToSend> messages) {
    messages.forEach(sends::put);
  }

  @Override
  public boolean sendsIdle() {
    return fault != SimulatedFault.DEAD_HINTS_ARE_MADE_BY_NOBODY
        && sends.waiting.isEmpty()
        && inFlight == 0;
  }

  @Override
  public void sendLater(BatchToSend message, Duration delay) {
    sends.put(message, fate.now().plus(delay));
  }
}
