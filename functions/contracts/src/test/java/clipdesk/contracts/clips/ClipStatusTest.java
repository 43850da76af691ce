package clipdesk.contracts.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ClipStatusTest {
  private static final String ID = "98c892abcb41da900c394d1b7060b6de1958c9f2";
  private static final String WORKER = "7d9a4c52-6f2b-4b8e-9a55-0c6a3e1f2d10";
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:05Z");

  static Stream<Arguments> statuses() {
    var limits = new ClipStatus.Failure("limits", false, Optional.of("Ask for at most 120 frames"));
    return Stream.of(
        Arguments.of(
            "clip-status-cutting.json",
            new ClipStatus(ID, 1, WORKER, new ClipStatus.Progress("copying", 40), NOW)),
        Arguments.of("clip-status-failed.json", new ClipStatus(ID, 2, WORKER, limits, NOW)));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void statusIsWrittenAndReadAsCommitted(String file, ClipStatus status) {
    var golden = Golden.of(ClipStatusTest.class, file);

    assertThat(status.json()).isEqualTo(golden.written());
    assertThat(ClipStatus.read(golden.text())).isEqualTo(status);
    assertThat(ClipStatus.read(status.json())).isEqualTo(status);
  }

  @Test
  void failureThatHasNoAdviceHasNoDetail() {
    var failure = new ClipStatus.Failure("internal", true);
    var status = new ClipStatus(ID, 1, WORKER, failure, NOW);

    assertThat(status.json()).doesNotContain("detail");
    assertThat(ClipStatus.read(status.json())).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cutting | "clipId":           | "id":               | clipId
          cutting | "attempt":1         | "attempt":0         | attempt
          cutting | "attempt":1         | "attempt":"1"       | attempt
          cutting | "attempt":1         | "attempt":null      | attempt
          cutting | "worker":           | "by":               | worker
          cutting | "status":"cutting"  | "status":"failed"   | status
          cutting | "status":"cutting"  | "state":"cutting"   | status
          cutting | "phase":"copying"   | "phase":7           | phase
          cutting | "percent":40        | "percent":101       | percent
          cutting | "percent":40        | "percent":-1        | percent
          cutting | "percent":40        | "percent":"40"      | percent
          cutting | "updatedAt":"2026   | "updatedAt":"+12026 | updatedAt
          cutting | "clipId":           | "v":2,"clipId":     | v
          failed  | "status":"failed"   | "status":"cutting"  | status
          failed  | "code":"limits"     | "code":7            | error/code
          failed  | "retryable":false   | "retryable":"no"    | error/retryable
          failed  | "retryable":false,  | ''                  | error/retryable
          failed  | "detail":"Ask       | "detail":{},"x":"   | error/detail
          failed  | "error":{           | "error":"x","e":{   | error
          """)
  void badStatusSaysWhichMemberIsWrong(String kind, String good, String bad, String member) {
    var text = Golden.of(ClipStatusTest.class, "clip-status-" + kind + ".json").written();
    assertThat(text).contains(good);

    assertThatThrownBy(() -> ClipStatus.read(text.replace(good, bad)))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }
}
