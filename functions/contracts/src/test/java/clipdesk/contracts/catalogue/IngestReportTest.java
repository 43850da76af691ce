package clipdesk.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import clipdesk.contracts.catalogue.IngestReport.Finding;
import clipdesk.contracts.catalogue.IngestReport.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class IngestReportTest {
  private static final String VIDEO = "2026-02-12-ministers-presser";
  private static final Instant NOW = Instant.parse("2026-02-12T15:00:00.250Z");

  static Stream<Arguments> reports() {
    return Stream.of(
        Arguments.of(
            "ingest-report-accepted.json",
            new IngestReport(
                VIDEO,
                Result.ACCEPTED,
                NOW,
                List.of(),
                /* moreErrors= */ 0,
                List.of(
                    new Finding(
                        "/master/sha256", "not-verified", Optional.of("Upload it in one part"))),
                Optional.of("3HL4kqtJlcpXroDTDmJ"))),
        Arguments.of(
            "ingest-report-refused.json",
            new IngestReport(
                VIDEO,
                Result.REFUSED,
                NOW,
                List.of(
                    new Finding("/title/fr", "missing", Optional.of("Is required")),
                    new Finding("", "not-json", Optional.empty())),
                /* moreErrors= */ 7,
                List.of(),
                Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void reportIsWrittenAndReadAsCommitted(String file, IngestReport report) {
    var golden = Golden.of(IngestReportTest.class, file);

    assertThat(report.json()).isEqualTo(golden.written());
    assertThat(IngestReport.read(golden.text())).isEqualTo(report);
    assertThat(IngestReport.read(report.json())).isEqualTo(report);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accepted | "videoId":             | "video":               | videoId
          accepted | "videoId":             | "v":2,"videoId":       | v
          accepted | "result":"accepted"    | "result":"taken"       | result
          accepted | "result":"accepted"    | "result":true          | result
          accepted | "at":"2026             | "at":"+12026           | at
          accepted | "errors":[]            | "errors":{}            | errors
          accepted | "errors":[],           | ''                     | errors
          accepted | "warnings":[{          | "warnings":["x",{      | warnings
          accepted | "code":"not-verified"  | "code":7               | warnings/0/code
          accepted | "sourceVersionId":"3HL | "sourceVersionId":[],"s":" | sourceVersionId
          refused  | "pointer":""           | "pointer":null         | errors/1/pointer
          refused  | "detail":"Is required" | "detail":{}            | errors/0/detail
          refused  | "moreErrors":7         | "moreErrors":0         | moreErrors
          refused  | "moreErrors":7         | "moreErrors":1.5       | moreErrors
          """)
  void badReportSaysWhichMemberIsWrong(String kind, String good, String bad, String member) {
    var text = Golden.of(IngestReportTest.class, "ingest-report-" + kind + ".json").written();
    assertThat(text).contains(good);

    assertThatThrownBy(() -> IngestReport.read(text.replace(good, bad)))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }
}
