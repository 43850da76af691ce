package clipdesk.accounts.tally;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EmfTallyTest {
  @ParameterizedTest
  @EnumSource
  void everyOccurrenceIsOneWholeLineThatNamesItAndTheFunctionAlone(Occurrence occurrence) {
    var line = Json.object(printed(() -> new EmfTally().count(occurrence)).strip());

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

  private static String printed(Runnable work) {
    var out = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
