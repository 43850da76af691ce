package clipdesk.accounts.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted is watched, by the name and dimension it is counted under. */
final class AlarmsTest {
  @ParameterizedTest
  @EnumSource
  void everyOccurrenceHasAnAlarmThatMailsAndIsExplained(Occurrence occurrence) throws IOException {
    var template = Files.readString(Path.of("../../template.yaml"));
    var name = "  %sAlarm:\n".formatted(occurrence.metric());
    var begin = template.indexOf(name);
    assertThat(begin).as(name).isPositive();

    assertThat(template.substring(begin, template.indexOf("\n\n", begin)))
        .contains("Namespace: Clipdesk")
        .containsPattern("MetricName: " + occurrence.metric() + "\\b")
        .contains("Name: function, Value: !Ref Accounts")
        .contains("AlarmActions: [!Ref AlarmTopic]");
    assertThat(Files.readString(Path.of("../../docs/operations.md"))).contains(occurrence.metric());
  }
}
