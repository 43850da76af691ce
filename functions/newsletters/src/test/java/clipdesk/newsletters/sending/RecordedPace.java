package clipdesk.newsletters.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A bucket and a clock that goes on when somebody waits. */
class RecordedPace implements Pace, InstantSource {
  final List<Duration> slowedDown = new ArrayList<>();
  final List<Integer> asked = new ArrayList<>();
  int taken;

  /** What happens while the next slot is waited for. */
  Runnable meanwhile = () -> {};

  private Instant now;
  private Instant next;
  private Duration slot = Duration.ofMillis(20);
  private int awaited;

  RecordedPace(Instant now) {
    this.now = now;
    this.next = now;
  }

  void rate(double mailsPerSecond) {
    slot = Duration.ofNanos(Math.round(1e9 / mailsPerSecond));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  int lost() {
    return taken - awaited;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Turn ask(int slots, Instant latest, Duration ahead) {
    var first = next.isAfter(now) ? next : now;
    if (first.isAfter(latest) || first.isAfter(now.plus(ahead))) {
      return new Turn(first, /* reserved= */ false);
    }
    asked.add(slots);
    taken += slots;
    next = first.plus(slot.multipliedBy(slots));
    return new Turn(first, /* reserved= */ true);
  }

  @Override
  public void standBy(Instant until) {
    now = until.isAfter(now) ? until : now;
  }

  @Override
  public Duration slot() {
    return slot;
  }

  @Override
  public void slowDown(Duration by) {
    slowedDown.add(by);
    next = (next.isAfter(now) ? next : now).plus(by);
  }

  @Override
  public void await(Instant at) {
    awaited++;
    standBy(at);
    var what = meanwhile;
    meanwhile = () -> {};
    what.run();
  }
}
