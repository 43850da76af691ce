package clipdesk.newsletters.sending;

import java.util.List;

/** Worlds by their seeds: each is the same whenever it is made. */
final class Simulation {
  /** By which each fault must be found. */
  static final long SEEDS_FOR_A_FAULT = 10_000;

  private Simulation() {}

  /** What came of a world. */
  record Outcome(List<String> violations, Luck luck, String history) {
    boolean isSound() {
      return violations.isEmpty();
    }

    boolean breaks(String invariant) {
      return violations.stream().anyMatch(it -> it.startsWith(invariant + ": "));
    }
  }

  static Outcome of(long seed, SimulatedFault fault, Overheard overheard) {
    return run(WorldSize.of(seed), new Luck(seed), fault, overheard, /* recorded= */ false);
  }

  static Outcome run(
      WorldSize size, Luck luck, SimulatedFault fault, Overheard overheard, boolean recorded) {
    overheard.take();
    var world = new SimulatedWorld(size, luck, fault, recorded);
    var violations = world.run();
    if (overheard.take()) {
      violations.add("I11: an address stands in a log");
    }
    return new Outcome(violations, luck, world.history());
  }

  static Outcome byScript(ScriptedLuck luck) {
    var size = WorldSize.ofTwo(luck.isScheduled());
    var world = new SimulatedWorld(size, luck, SimulatedFault.NONE, /* recorded= */ true);
    return new Outcome(world.runByScript(), luck, world.history());
  }

  /**
   * The first seed by which a fault breaks what it is to break.
   *
   * @return negative if it is found by none
   */
  static long finding(SimulatedFault fault, long first, long last, Overheard overheard) {
    for (long seed = first; seed <= last; seed++) {
      if (of(seed, fault, overheard).breaks(fault.invariant())) {
        return seed;
      }
    }
    return -1;
  }
}
