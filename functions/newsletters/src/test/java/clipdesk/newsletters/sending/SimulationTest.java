package clipdesk.newsletters.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every subscriber exactly once, or listed, in as many worlds as {@code -Dseeds} says; {@code
 * -Dseed} replays one and prints its history. {@code bin/bench newsletters} does a million.
 */
final class SimulationTest {
  private static final long SEEDS = Long.getLong("seeds", 3_000);

  /** Of the enumeration, which {@code bin/bench newsletters} does whole. */
  private static final int ONE_IN = 40;

  @Test
  void everySubscriberGetsItOnceOrIsListedWhateverCrashes() throws IOException {
    Overheard.during(
        overheard -> {
          long first = Long.getLong("seed", 0);
          long last = Long.getLong("seed", SEEDS - 1);
          for (long seed = first; seed <= last; seed++) {
            if (!Simulation.of(seed, SimulatedFault.NONE, overheard).isSound()) {
              fail(Shrinking.of(seed, SimulatedFault.NONE, overheard).text());
            }
          }
        });
  }

  @Test
  void everyKillWithEveryRedeliveryLostAnswerAndEventEndsWell() throws IOException {
    Overheard.during(_ -> assertThat(Enumeration.of(/* part= */ 3, ONE_IN).failures()).isEmpty());
  }

  /** From the seed on that found it the last time; as long as it is of the first 10,000. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void faultThatIsSwitchedOnIsFound(SimulatedFault fault) throws IOException {
    Overheard.during(
        overheard -> {
          long last = Simulation.SEEDS_FOR_A_FAULT - 1;
          long found = Simulation.finding(fault, fault.seed(), last, overheard);

          assertThat(found).as("the seed that finds %s", fault).isNotNegative();
        });
  }

  @Test
  void everyInvariantIsBrokenByAFault() {
    assertThat(List.of(SimulatedFault.values()))
        .extracting(SimulatedFault::invariant)
        .containsAll(IntStream.rangeClosed(1, 13).mapToObj(it -> "I" + it).toList());
  }

  @Test
  void seedIsReplayedToTheByteAndShrunkToFewerStepsAndFaults() throws IOException {
    Overheard.during(
        overheard -> {
          var fault = SimulatedFault.CLAIM_WITHOUT_CONDITION;
          long seed = Simulation.finding(fault, fault.seed(), Long.MAX_VALUE, overheard);
          var shrunk = Shrinking.of(seed, fault, overheard);

          int faults = Simulation.of(seed, fault, overheard).luck().happened().cardinality();
          assertThat(shrunk.faults()).isLessThanOrEqualTo(faults / 2);
          assertThat(shrunk.steps()).isLessThan(WorldSize.of(seed).steps());
          assertThat(shrunk.text()).startsWith("seed " + seed).contains("claim 1");
          assertThat(Shrinking.of(seed, fault, overheard)).isEqualTo(shrunk);
        });
  }
}
