package clipdesk.journeys.demo;

import java.util.function.Supplier;

/** Prints what happens and how long it takes. */
final class Steps {
  private final long began = System.nanoTime();

  <T> T run(String what, Supplier<T> step) {
    System.out.printf("  %-58s", what + " …");
    System.out.flush();
    long start = System.nanoTime();
    T result = step.get();
    System.out.printf("%6.1f s%n", seconds(start));
    return result;
  }

  void note(String text) {
    System.out.println("      " + text);
  }

  double total() {
    return seconds(began);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
