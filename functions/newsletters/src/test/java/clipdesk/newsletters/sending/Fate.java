package clipdesk.newsletters.sending;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/**
 * What happens at every call of a port, by one seed: its actor is killed before or after, its
 * answer gets lost so that the call is repeated as the SDK would, time passes, or another actor
 * does all of its work in between.
 */
final class Fate {
  static final Instant START = Instant.parse("2026-02-12T15:00:00Z");

  private static final int DEEPEST = 2;

  /** Transactions carry a request token: repeated, they are the same. */
  private static final Set<String> WITH_TOKEN =
      Set.of("start", "move", "claim", "create", "subscribe", "unsubscribe", "count", "park");

  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  final Random random;
  private final StringBuilder history = new StringBuilder();
  private Instant now = START;
  private boolean kind;
  private int depth;
  private int unknowns;
  private Runnable somebody = () -> {};

  Fate(long seed) {
    this.random = new Random(seed);
  }

  /** Who acts in the middle of what others do. */
  void meanwhile(Runnable acts) {
    somebody = acts;
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** From now on nothing goes wrong. */
  void turnKind() {
    kind = true;
  }

  boolean isKind() {
    return kind;
  }

  /** How many mails it may have left in doubt. */
  int unknowns() {
    return unknowns;
  }

  void inDoubt() {
    unknowns++;
  }

  String history() {
    return history.toString();
  }

  void tell(String what) {
    history.append("  ".repeat(depth)).append(what).append('\n');
  }

  void attempt(String actor, Runnable work) {
    history.append(now).append("  ".repeat(depth)).append(' ').append(actor).append('\n');
    depth++;
    try {
      work.run();
    } catch (Killed e) {
      tell(actor + " is killed");
    } finally {
      depth--;
    }
  }

  <T> T fated(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(target, method, arguments)));
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    before(method.getName());
    var result = invoke(target, method, arguments);
    if (!kind && random.nextInt(8) == 0) {
      tell(method.getName() + " is repeated");
      if (depth <= DEEPEST && random.nextInt(2) == 0) {
        somebody.run();
      }
      if (!WITH_TOKEN.contains(method.getName())) {
        result = invoke(target, method, arguments);
      }
    }
    after(method.getName());
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
    if (kind) {
      return;
    }
    now = now.plusMillis(random.nextInt(30));
    if (random.nextInt(200) == 0) {
      // A frozen process.
      now = now.plus(Duration.ofMinutes(20));
      unknowns++;
    }
    interleave();
    die(what + ", before");
  }

  void after(String what) {
    if (!kind) {
      die(what + ", after");
    }
  }

  private void die(String where) {
    if (random.nextInt(60) == 0) {
      tell(where);
      unknowns++;
      throw new Killed();
    }
  }

  void interleave() {
    if (depth <= DEEPEST && random.nextInt(8) == 0) {
      somebody.run();
    }
  }
}
