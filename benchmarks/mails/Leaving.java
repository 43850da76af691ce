package clipdesk.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * People leave by the link of an earlier mail while a campaign is sent. Whoever has the answer and
 * no claim yet must get nothing of it any more: each one's row is read right after the answer.
 */
final class Leaving implements Runnable {
  private final Stack stack;
  private final Ledger ledger;
  private final List<String> tokens;
  private final Duration within;
  private final List<String> inTime = new ArrayList<>();

  /**
   * @param tokens of the links, in the order in which their people leave
   * @param within in which they are spread evenly
   */
  Leaving(Stack stack, Ledger ledger, List<String> tokens, Duration within) {
    this.stack = stack;
    this.ledger = ledger;
    this.tokens = tokens;
    this.within = within;
  }

  @Override
  public void run() {
    var api = Api.of(stack);
    long begun = System.nanoTime();
    for (int left = 0; left < tokens.size(); left++) {
      LockSupport.parkNanos(begun + within.toNanos() / tokens.size() * left - System.nanoTime());
      var token = tokens.get(left);
      api.send(
              "POST",
              "/v1/u/" + token,
              "application/x-www-form-urlencoded",
              "List-Unsubscribe=One-Click")
          .expect(200);
      var subscriber = subscriber(token);
      if (ledger.row(subscriber).filter(it -> !it.is("PENDING")).isEmpty()) {
        inTime.add(subscriber);
      }
    }
  }

  static String subscriber(String token) {
    return token.split("\\.", -1)[2];
  }

  /** Subscribers who had no claim when they had their answer. */
  List<String> inTime() {
    return inTime;
  }
}
