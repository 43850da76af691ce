package clipdesk.journeys;

import java.time.Duration;
import java.util.function.Supplier;

/** The clock of an emulated user pool, which a test may move; functions keep the real time. */
final class PoolClock {
  private final Api api;
  private final String address;

  /** Skips the test on a stack whose time nobody can move. */
  PoolClock(Stack stack) {
    Emulated.only(stack, "only an emulated pool lets its clock be moved");
    this.api = Api.of(stack);
    this.address = stack.endpoint().orElseThrow() + "/_aws/cognito-idp/clock";
  }

  /** What happens while the pool believes that it is so much later, or earlier if negative. */
  <T> T later(Duration offset, Supplier<T> act) {
    set(offset);
    try {
      return act.get();
    } finally {
      set(Duration.ZERO);
    }
  }

  private void set(Duration offset) {
    var body = "{\"offsetSeconds\": %d}".formatted(offset.toSeconds());
    api.send("PUT", address, "application/json", body).expect(200);
  }
}
