package clipdesk.contracts.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.Golden;
import clipdesk.contracts.catalogue.StoredObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClipReportTest {
  private static final String ID = "98c892abcb41da900c394d1b7060b6de1958c9f2";
  private static final Golden GOLDEN = Golden.of(ClipReportTest.class, "clip-report.json");

  @Test
  void reportIsWrittenAndReadAsCommitted() {
    var report = report();

    assertThat(report.json()).isEqualTo(GOLDEN.written());
    assertThat(ClipReport.read(ID, GOLDEN.text())).isEqualTo(report);
    assertThat(report.timecode()).contains("10:20:03:12");
  }

  @Test
  void whatTheCutterTellsIsKeptAsItIs() {
    var newer = GOLDEN.written().replace("\"cutterVersion\":\"1\"", "\"io\":{\"rangeGets\":7}");

    assertThat(ClipReport.read(ID, newer).json()).isEqualTo(newer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"actual\":7", "\"actual\":{\"in\":[]}", "\"before\":{}"})
  void masterNeedNotHaveATimecode(String actual) {
    var text = GOLDEN.written().replaceFirst("\"actual\":\\{\"in\":\\{[^}]*}}", actual);

    assertThat(ClipReport.read(ID, text).timecode()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "clipId":"98c8          | "clipId":"08c8             | clipId
          "clipId":               | "v":2,"clipId":            | v
          "file":{                | "file":"clip.mp4","f":{    | file
          "name":"clip.mp4"       | "name":null                | file/name
          "sizeBytes":76912345    | "sizeBytes":0              | file/sizeBytes
          "sizeBytes":76912345    | "sizeBytes":"76912345"     | file/sizeBytes
          "contentType":          | "type":                    | file/contentType
          "etag":"\\"5d41-3\\""   | "etag":7                   | file/etag
          "source":{              | "master":{                 | source
          "versionId":            | "version":                 | source/versionId
          """)
  void badReportSaysWhichMemberIsWrong(String good, String bad, String member) {
    assertThat(GOLDEN.written()).contains(good);

    assertThatThrownBy(() -> ClipReport.read(ID, GOLDEN.written().replace(good, bad)))
        .isInstanceOfSatisfying(
            UnreadableException.class, it -> assertThat(it.member()).isEqualTo(member));
  }

  private static ClipReport report() {
    var in = new LinkedHashMap<String, Object>();
    in.put("ms", 1_203_480);
    in.put("frame", 30_087);
    in.put("timecode", "10:20:03:12");
    var asked = new LinkedHashMap<String, Object>();
    asked.put("inFrame", 30_087);
    asked.put("outFrame", 30_837);
    var cut = new LinkedHashMap<String, Object>();
    cut.put("asked", asked);
    cut.put("actual", Map.of("in", in));
    cut.put("cutterVersion", "1");
    return new ClipReport(
        ID,
        new ClipReport.ClipFile(76_912_345, "\"5d41-3\""),
        cut,
        new StoredObject(
            "masters/2026-02-12-ministers-presser/master.mp4",
            "3HL4kqtJlcpXroDTDmJ",
            "\"9a0c-12\"",
            5_512_345_678L));
  }
}
