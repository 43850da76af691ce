package clipdesk.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Gives leave to halt, point by point: a file that one process takes away as it ends. */
final class Leaves {
  /** A process needs so long to be there again, and its message is not always the same one's. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Path folder;
  private final int times;
  private final Map<String, Integer> halted = new TreeMap<>();

  /**
   * @param folder which the agents are told
   * @param times that each point is to be halted at
   */
  Leaves(Path folder, int times) {
    this.folder = folder;
    this.times = times;
  }

  /**
   * Gives leave until every point was halted at as often as it is to be.
   *
   * @return false if that was not within the limit
   */
  boolean give(List<String> points, Duration within, Runnable meanwhile) {
    long deadline = System.nanoTime() + within.toNanos();
    points.forEach(it -> halted.put(it, 0));
    points.forEach(this::give);
    while (points.stream().anyMatch(it -> halted.get(it) < times)) {
      if (System.nanoTime() - deadline > 0) {
        points.forEach(this::take);
        return false;
      }
      meanwhile.run();
      LockSupport.parkNanos(PAUSE.toNanos());
      points.stream().filter(this::isTaken).forEach(this::count);
    }
    return true;
  }

  private boolean isTaken(String point) {
    return halted.get(point) < times && Files.notExists(folder.resolve(point));
  }

  private void count(String point) {
    if (halted.merge(point, 1, Integer::sum) < times) {
      give(point);
    }
  }

  private void give(String point) {
    try {
      Files.createFile(folder.resolve(point));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String point) {
    try {
      Files.deleteIfExists(folder.resolve(point));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often a process ended at those whose name begins so. */
  int halted(String prefix) {
    return halted.entrySet().stream()
        .filter(it -> it.getKey().startsWith(prefix))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  void print() {
    halted.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(it -> Kills.say("  %-20s %d of %d", it.getKey(), it.getValue(), times));
  }
}
