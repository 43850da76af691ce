package clipdesk.transcript.align;

import clipdesk.transcript.timing.Activity.Stretch;
import java.util.List;

/** Lays shares of a text on stretches of sound, one after another, without what lies between. */
final class Spread {
  private final List<Stretch> stretches;
  private final int ms;

  Spread(List<Stretch> stretches) {
    this.stretches = stretches;
    this.ms = stretches.stream().mapToInt(Stretch::ms).sum();
  }

  int ms() {
    return ms;
  }

  /** The time where this share of the sound begins: 0 at its start, 1 at its end. */
  int at(double share) {
    var left = share * ms;
    for (var stretch : stretches) {
      if (left < stretch.ms()) {
        return stretch.inMs() + (int) Math.round(left);
      }
      left -= stretch.ms();
    }
    return stretches.getLast().outMs();
  }

  /** The time where this share of the sound ends: no later than the stretch that it fills. */
  int until(double share) {
    var left = share * ms;
    for (var stretch : stretches) {
      if (left <= stretch.ms()) {
        return stretch.inMs() + (int) Math.round(left);
      }
      left -= stretch.ms();
    }
    return stretches.getLast().outMs();
  }
}
