package clipdesk.newsletters.sending;

import java.util.BitSet;
import java.util.List;

/** Makes a world that fails small: few people, few steps, few things that go wrong. */
final class Shrinking {
  private static final List<Integer> FEW = List.of(1, 2, 3, 5, 8, 13, 20, 30, 40, 60);

  private final long seed;
  private final SimulatedFault fault;
  private final Overheard overheard;
  private WorldSize size;
  private BitSet wrong;

  private Shrinking(
      long seed, SimulatedFault fault, Overheard overheard, WorldSize size, BitSet wrong) {
    this.seed = seed;
    this.fault = fault;
    this.overheard = overheard;
    this.size = size;
    this.wrong = wrong;
  }

  /**
   * @param text what does not hold and how it came to that; to the byte the same whenever it is
   *     asked for
   */
  record Shrunk(int people, int steps, int faults, String text) {}

  /** Of a seed that fails. */
  static Shrunk of(long seed, SimulatedFault fault, Overheard overheard) {
    var size = WorldSize.of(seed);
    var whole = Simulation.run(size, new Luck(seed), fault, overheard, /* recorded= */ false);
    var all = new BitSet();
    all.or(whole.luck().happened());
    return new Shrinking(seed, fault, overheard, size, all).shrunk();
  }

  private Shrunk shrunk() {
    int before;
    do {
      before = weight();
      fewer(it -> size.with(it, size.steps()), size.people());
      fewer(it -> size.with(size.people(), it), size.steps());
      for (int chunk = Math.max(1, wrong.cardinality() / 2); chunk > 0; chunk /= 2) {
        without(chunk);
      }
    } while (weight() < before);
    var last = run(size, wrong, /* recorded= */ true);
    return new Shrunk(
        size.people(),
        size.steps(),
        wrong.cardinality(),
        "seed %d, %d people, %d steps, %d faults: %s%n%s"
            .formatted(
                seed,
                size.people(),
                size.steps(),
                wrong.cardinality(),
                last.violations(),
                last.history()));
  }

  private int weight() {
    return size.people() + size.steps() + wrong.cardinality();
  }

  private interface Fewer {
    WorldSize of(int number);
  }

  private void fewer(Fewer fewer, int now) {
    for (int number : FEW) {
      if (number < now && failing(fewer.of(number), wrong)) {
        return;
      }
    }
  }

  /** Takes away so many things at once, wherever it fails as well without them. */
  private void without(int chunk) {
    var left = wrong.stream().toArray();
    for (int from = 0; from < left.length; from += chunk) {
      var tried = (BitSet) wrong.clone();
      for (int place = from; place < Math.min(left.length, from + chunk); place++) {
        tried.clear(left[place]);
      }
      failing(size, tried);
    }
  }

  private boolean failing(WorldSize smaller, BitSet fewer) {
    var outcome = run(smaller, fewer, /* recorded= */ false);
    if (outcome.isSound()) {
      return false;
    }
    size = smaller;
    // Of what is still allowed, what did happen.
    wrong = (BitSet) outcome.luck().happened().clone();
    return true;
  }

  private Simulation.Outcome run(WorldSize of, BitSet allowed, boolean recorded) {
    return Simulation.run(of, new Luck(seed, allowed::get), fault, overheard, recorded);
  }
}
