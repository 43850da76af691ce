package clipdesk.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Ends processes of functions at random instants, with SIGKILL, until there were enough. */
final class Saboteur implements Runnable {
  static final String SENDER = "newsletters-sender";

  private static final List<String> FUNCTIONS =
      List.of(
          SENDER,
          SENDER,
          SENDER,
          "newsletters-planner",
          "newsletters-events",
          "newsletters-events",
          "newsletters-tick",
          "newsletters-editors");

  private final Stack stack;
  private final int kills;
  private final Duration within;
  private final Random random;
  private final Map<String, Integer> killed = new LinkedHashMap<>();
  private volatile boolean enough;
  private Instant lastOfSender = Instant.EPOCH;

  /**
   * @param within in which they are spread, about
   */
  Saboteur(Stack stack, int kills, Duration within, Random random) {
    this.stack = stack;
    this.kills = kills;
    this.within = within;
    this.random = random;
    FUNCTIONS.forEach(it -> killed.put(it, 0));
  }

  @Override
  public void run() {
    long pause = within.toNanos() / kills;
    while (total() < kills && !enough) {
      LockSupport.parkNanos((long) (pause * 2 * random.nextDouble()));
      var function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
      int ended = new FunctionProcesses(stack, function).kill();
      killed.merge(function, ended, Integer::sum);
      if (ended > 0 && function.equals(SENDER)) {
        lastOfSender = Instant.now();
      }
    }
  }

  void enough() {
    enough = true;
  }

  int total() {
    return killed.values().stream().mapToInt(it -> it).sum();
  }

  /** When a sender was ended for the last time. */
  Instant lastOfSender() {
    return lastOfSender;
  }

  /** By function. */
  Map<String, Integer> killed() {
    return killed;
  }
}
