package clipdesk.accounts.tally;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.logging.StandardOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EmfTallyTest {
  @ParameterizedTest
  @EnumSource
  void everyOccurrenceIsOneWholeLineThatNamesItAndTheFunctionAlone(Occurrence occurrence)
      throws IOException {
    var line = Json.object(StandardOutput.of(() -> new EmfTally().count(occurrence)).strip());

    assertThat(line)
        .containsOnlyKeys("_aws", "function", occurrence.metric())
        .containsEntry(occurrence.metric(), 1)
        .containsEntry("function", "local");
    assertThat(((Map<?, ?>) line.get("_aws")).get("CloudWatchMetrics"))
        .isEqualTo(
            List.of(
                Map.of(
                    "Namespace", "Clipdesk",
                    "Dimensions", List.of(List.of("function")),
                    "Metrics", List.of(Map.of("Name", occurrence.metric(), "Unit", "Count")))));
  }
}
