package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was found in a text, and what editors correct. */
final class TranscriptReportFunctionTest extends TranscriptCalls {
  @Test
  void correctionsAreAppliedAgainToANewUploadAndReportedIfTheyDoNotFit() {
    putText("So it begins today.\n\n" + TEXT, "*");
    assertThat(codes(json(look()))).contains("unlabelled-turn");
    var assign =
        """
        {"op":"assign","turn":{"text":"So it begins"},
        "speaker":{"name":"Max Muster","role":"Moderator"}}\
        """;

    var corrected = putEdits(assign, "\"v1\"");

    assertThat(corrected.getStatusCode()).as(corrected.getBody()).isEqualTo(202);
    assertThat(codes(json(corrected))).doesNotContain("unlabelled-turn");
    assertThat(json(look()))
        .containsEntry("edits", Json.object("{\"e\":[" + assign + "]}").get("e"));
    assertThat(read().getBody()).contains("Max Muster");
    assertThat(codes(json(putText("So it begins today.\n\n" + TEXT + "\nMore.", "\"v2\""))))
        .doesNotContain("edit-lost");
    assertThat(codes(json(putText(TEXT, "\"v3\"")))).contains("edit-lost");
  }

  @Test
  void reportNamesThePlaceOfAFindingAsACorrectionTakesIt() {
    putText("(via interpreter) So it begins today.\n\n" + TEXT, "*");
    var finding = list(object(json(look()), "report"), "findings").getFirst();
    assertThat(finding)
        .containsEntry("suggestion", "Ana Sample")
        .containsEntry("done", "left-unnamed")
        .containsEntry("could", List.of("assign", "label", "accept"));
    var turn = object(object(finding, "names"), "turn");
    assertThat(turn).isEqualTo(Map.of("text", "So it begins today", "nth", 0));

    var speaker = Map.of("name", "Max Muster");
    var corrected =
        putEdits(Json.text(Map.of("op", "assign", "turn", turn, "speaker", speaker)), "\"v1\"");

    assertThat(codes(json(corrected))).doesNotContain("unlabelled-turn", "edit-lost");
  }

  @Test
  void reportTellsFromWhenToListenToThePlaceOfAFinding() {
    putText("So it begins today.\n\n" + TEXT, "*");
    putWords(transcribe("So it begins today " + SPOKEN), "\"v1\"");

    var finding = list(object(json(look()), "report"), "findings").getFirst();

    assertThat(finding).containsEntry("code", "unlabelled-turn");
    assertThat(object(finding, "at")).isEqualTo(Map.of("ms", 1_000, "frame", 25));
  }

  @Test
  void findingThatIsAcceptedIsReportedNoMore() {
    putText("So it begins today.\n\n" + TEXT, "*");
    var finding = list(object(json(look()), "report"), "findings").getFirst();

    var corrected =
        putEdits(Json.text(Map.of("op", "accept", "finding", finding.get("id"))), "\"v1\"");

    assertThat(codes(json(corrected))).doesNotContain("unlabelled-turn", "edit-lost");
    assertThat(codes(json(look()))).doesNotContain("unlabelled-turn");
  }

  @Test
  void correctionsThatAreNoneAreRefusedOneByOne() {
    putText(TEXT, "*");
    var answer =
        putEdits(
            "{\"op\":\"sing\"},{\"op\":\"pin\",\"words\":{\"text\":\"Good\"}},"
                + "{\"op\":\"merge\",\"label\":\"A\",\"into\":\"B\",\"nth\":1}",
            "\"v1\"");

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(list(json(answer), "errors"))
        .extracting(it -> it.get("pointer") + " " + it.get("code"))
        .containsExactly(
            "/edits/0/op unknown-value", "/edits/1/inMs missing", "/edits/2/nth unknown-field");
    assertThat(putEdits("", "\"v1\"").getStatusCode()).isEqualTo(202);
    assertThat(
            putEdits(
                    "{\"op\":\"spoken\",\"words\":{\"text\":\"x\"}},"
                        .repeat(501)
                        .replaceAll(",$", ""),
                    "\"v1\"")
                .getStatusCode())
        .isEqualTo(422);
  }
}
