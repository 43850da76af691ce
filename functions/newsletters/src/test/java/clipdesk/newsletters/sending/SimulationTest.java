package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import clipdesk.common.logging.StandardOutput;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every subscriber exactly once, or listed, in as many worlds as {@code -Dseeds} says; {@code
 * -Dseed} replays one and prints its history.
 */
final class SimulationTest {
  private static final long SEEDS = Long.getLong("seeds", 1_500);
  private static final long SEEDS_FOR_A_FAULT = 10_000;

  @Test
  void everySubscriberGetsItOnceOrIsListedWhateverCrashes() throws IOException {
    StandardOutput.of(
        () -> {
          long first = Long.getLong("seed", 0);
          long last = Long.getLong("seed", SEEDS - 1);
          for (long seed = first; seed <= last; seed++) {
            var world = new SimulatedWorld(seed, SimulatedFault.NONE);
            var violations = world.run();
            if (!violations.isEmpty() || first == last) {
              fail("seed %d: %s%n%s".formatted(seed, violations, world.history()));
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void faultThatIsSwitchedOnIsFound(SimulatedFault fault) throws IOException {
    var found = new java.util.concurrent.atomic.AtomicLong(-1);
    StandardOutput.of(
        () -> {
          for (long seed = 0; seed < SEEDS_FOR_A_FAULT && found.get() < 0; seed++) {
            if (!violations(seed, fault).isEmpty()) {
              found.set(seed);
            }
          }
        });
    System.out.println("%s is found by seed %d".formatted(fault, found.get()));
    assertThat(found.get()).as("the seed that finds %s", fault).isNotNegative();
  }

  private static List<String> violations(long seed, SimulatedFault fault) {
    return new SimulatedWorld(seed, fault).run();
  }
}
