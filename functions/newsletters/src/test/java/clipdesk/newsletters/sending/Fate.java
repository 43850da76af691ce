package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.DeliveryId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happens at every call of a port, by one seed: its actor is killed before or after, its
 * answer gets lost so that the call is repeated as the SDK would, it fails, time passes, or another
 * actor does all of its work in between.
 */
final class Fate {
  static final Instant START = Instant.parse("2026-02-12T15:00:00Z");

  private static final int DEEPEST = 2;
  private static final Duration LONG = Duration.ofSeconds(15);

  /** Transactions carry a request token: repeated, they are the same. */
  private static final Set<String> WITH_TOKEN =
      Set.of(
          "start",
          "move",
          "cancel",
          "claim",
          "create",
          "apply",
          "suppress",
          "erase",
          "count",
          "park");

  /** Of which a late repetition could undo what others did since. */
  private static final Set<String> RACED = Set.of("release", "fail", "accepted");

  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed() {
      super("failed", null, false, false);
    }
  }

  /** Sees what calls did, at the moment at which they did it. */
  interface Observer {
    void saw(String call, Object[] arguments, Object result);
  }

  final Luck luck;
  private final History history;
  private final Consumer<String> violated;
  private Instant now = START;
  private Instant limit = Instant.MAX;
  private int depth;
  private int unknowns;
  private String holding = "";
  private final Set<String> doubted = new HashSet<>();
  private Runnable somebody = () -> {};
  private Consumer<DeliveryId> rival = _ -> {};

  /**
   * @param recorded whether it keeps a history
   */
  Fate(Luck luck, boolean recorded, Consumer<String> violated) {
    this.luck = luck;
    this.history = new History(recorded);
    this.violated = violated;
  }

  /**
   * Who acts in the middle of what others do.
   *
   * @param works on the very row that somebody else works on
   */
  void meanwhile(Runnable acts, Consumer<DeliveryId> works) {
    somebody = acts;
    rival = works;
  }

  Instant now() {
    return now;
  }

  /** A process's own, wrong by up to two seconds. */
  InstantSource clock() {
    if (!luck.happens(Injected.CLOCK_SKEWED, 3)) {
      return this::now;
    }
    var skew = Duration.ofMillis(luck.below(4_001) - 2_000L);
    return () -> now.plus(skew);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** How often it may have left a mail in doubt. */
  int unknowns() {
    return unknowns;
  }

  /** Whether nobody can know what became of the mail that was sent, or not, by this claim. */
  boolean isInDoubt(String claim) {
    return doubted.contains(claim);
  }

  void inDoubt() {
    unknowns++;
    doubted.add(holding);
  }

  /** Whoever acts has this claim; empty for none any more. */
  void holds(String claim) {
    holding = claim;
  }

  String history() {
    return history.text();
  }

  void tell(String what, Object more) {
    history.tell(depth, what, more);
  }

  void attempt(String actor, Runnable work) {
    attempt(actor, Duration.ofDays(1), work);
  }

  /**
   * @param within after which whoever runs it kills it
   */
  void attempt(String actor, Duration within, Runnable work) {
    history.act(depth, now, actor);
    var outer = limit;
    var held = holding;
    holding = "";
    limit = now.plus(within);
    depth++;
    try {
      work.run();
    } catch (Killed e) {
      tell("is killed: ", actor);
    } catch (Failed e) {
      tell("fails: ", actor);
    } catch (RuntimeException e) {
      violated.accept("I8: " + actor + " fails by " + e);
    } finally {
      depth--;
      limit = outer;
      holding = held;
    }
  }

  <T> T fated(Class<T> port, T target) {
    return fated(port, target, (_, _, _) -> {});
  }

  <T> T fated(Class<T> port, T target, Observer observer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(target, method, arguments, observer)));
  }

  private Object call(Object target, Method method, Object[] arguments, Observer observer)
      throws Throwable {
    var name = method.getName();
    before(name);
    var result = invoke(target, method, arguments);
    observer.saw(name, arguments, result);
    history.call(depth, name, arguments, result);
    if (luck.happens(Injected.CALL_REPEATED, 8)) {
      tell("is repeated: ", name);
      if (RACED.contains(name) && arguments[0] instanceof DeliveryId row && luck.below(2) == 0) {
        others(() -> rival.accept(row));
      } else if (luck.below(2) == 0) {
        others();
      }
      if (!WITH_TOKEN.contains(name)) {
        result = invoke(target, method, arguments);
        observer.saw(name, arguments, result);
      }
    }
    after(name);
    return result;
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  void before(String what) {
    if (!luck.isKind()) {
      now = now.plusMillis(luck.below(30));
    }
    if (luck.happens(Injected.FROZEN, 200)) {
      now = now.plus(Duration.ofMinutes(20));
      inDoubt();
    }
    if (luck.happens(Injected.OVERTAKEN, 12)) {
      others();
    }
    if (now.isAfter(limit) && luck.happens(Injected.KILLED_BY_ITS_LIMIT, 1)) {
      die("too late for ", what);
    }
    if (luck.happens(Injected.KILLED_BEFORE_A_CALL, 60)) {
      die("before ", what);
    }
    if (luck.happens(Injected.CALL_FAILED, 150)) {
      tell("fails: ", what);
      inDoubt();
      throw new Failed();
    }
  }

  void after(String what) {
    if (luck.happens(Injected.KILLED_AFTER_A_CALL, 60)) {
      die("after ", what);
    }
  }

  private void die(String when, String what) {
    tell(when, what);
    inDoubt();
    throw new Killed();
  }

  /** A claim that grows old by it is not sent. */
  void others() {
    others(somebody);
  }

  private void others(Runnable act) {
    if (depth <= DEEPEST) {
      var begun = now;
      act.run();
      if (now.isAfter(begun.plus(LONG))) {
        inDoubt();
      }
    }
  }
}
