package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.SampleVideos;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts and words that are brought, and how they are read. */
final class TranscriptFunctionTest extends TranscriptCalls {
  @Test
  void textIsReadAtOnceAndEverybodyReadsItWithEstimates() {
    var answer = putText("\n" + TEXT, "*");

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
    assertThat(header(answer, "ETag")).isEqualTo("\"v1\"");
    var report = object(json(answer), "report");
    assertThat(json(answer)).containsEntry("state", "text-only").containsEntry("revision", 1);
    assertThat(object(report, "counts")).containsEntry("turns", 3).containsEntry("speakers", 2);
    assertThat(object(report, "timing")).containsEntry("heard", 0).containsEntry("estimated", 18);

    var read = read();
    assertThat(read.getStatusCode()).isEqualTo(200);
    assertThat(json(read)).containsEntry("timing", "estimated").containsEntry("language", "en");
    assertThat(header(read, "Content-Type")).startsWith("application/json");
    assertThat(header(read, "Content-Language")).isEqualTo("en");
    assertThat(read("format", "vtt").getStatusCode()).isEqualTo(406);
    assertThat(read("format", "txt").getBody()).contains("[00:00:00] Ana Sample");
  }

  @Test
  void wordsAlignTheTextInANewRevision() {
    putText(TEXT, "*");

    var answer = putWords(transcribe(SPOKEN), "\"v1\"");

    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
    assertThat(json(answer)).containsEntry("state", "aligned").containsEntry("revision", 2);
    assertThat(header(answer, "ETag")).isEqualTo("\"v2\"");
    assertThat(read("format", "vtt").getBody())
        .startsWith("WEBVTT\n\nNOTE " + SampleVideos.ID + ", en, revision 2, upload\n")
        .contains("<v Jon Smyth>Will it sign the treaty tomorrow?")
        .contains("It may &lt;well&gt;.");
    assertThat(read("format", "srt").getBody()).contains("\r\nJon Smyth: Will it sign");
    assertThat(header(read("format", "vtt"), "Content-Type")).isEqualTo("text/vtt;charset=utf-8");
    assertThat(json(read("revision", "1"))).containsEntry("timing", "estimated");
  }

  @Test
  void wordsMayComeBeforeTheText() {
    var first = putWords(transcribe(SPOKEN), "*");

    assertThat(json(first)).containsEntry("state", "waiting-text").doesNotContainKey("revision");
    assertThat(problem(read())).isEqualTo("not-found");
    assertThat(json(putText(TEXT, "\"v1\""))).containsEntry("state", "aligned");
    assertThat(json(read())).containsEntry("revision", 1).containsEntry("timing", "aligned");
  }

  @Test
  void partInFramesHasItsSentences() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");

    assertThat(read("format", "txt", "from", "138", "to", "200").getBody())
        .isEqualTo("[00:00:05] Jon Smyth (WXYZ)\n\nWill it sign the treaty tomorrow?\n\n");
    assertThat(read("from", "200", "to", "138").getStatusCode()).isEqualTo(422);
    assertThat(read("from", "138", "to", "138").getStatusCode()).isEqualTo(422);
    assertThat(read("to", "1000").getStatusCode()).isEqualTo(200);
    assertThat(read("to", "1001").getStatusCode()).isEqualTo(422);
  }

  @Test
  void acceptChoosesTheFormUnlessTheQueryDoes() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");
    var call = GatewayCalls.call("GET", READ).header("Accept", "text/plain;q=0.5, text/vtt");
    assertThat(call(call).getBody()).startsWith("WEBVTT");
    assertThat(header(call(call), "Vary")).contains("Accept");
    assertThat(call(call.query("format", "json")).getBody()).startsWith("{");
    var image = GatewayCalls.call("GET", READ).header("Accept", "image/png");
    assertThat(call(image).getStatusCode()).isEqualTo(406);
    assertThat(read("format", "doc").getStatusCode()).isEqualTo(422);
  }

  @Test
  void answerIsNotSentAgainToWhoHasIt() {
    putText(TEXT, "*");
    var tag = header(read(), "ETag");

    var again = GatewayCalls.call("GET", READ).header("If-None-Match", tag);
    assertThat(call(again).getStatusCode()).isEqualTo(304);
    putText(TEXT + "More.\n", "\"v1\"");
    assertThat(call(again).getStatusCode()).isEqualTo(200);
  }

  @Test
  void languagesThatHaveATranscriptAreListed() {
    assertThat(json(get(VIDEO + "/transcripts"))).isEqualTo(Map.of("items", List.of()));
    putText(TEXT, "*");

    var answer = get(VIDEO + "/transcripts");

    assertThat(list(json(answer), "items"))
        .isEqualTo(List.of(Map.of("language", "en", "revision", 1)));
    var again =
        GatewayCalls.call("GET", VIDEO + "/transcripts")
            .header("If-None-Match", header(answer, "ETag"));
    assertThat(call(again).getStatusCode()).isEqualTo(304);
    assertThat(problem(get("/v1/videos/none/transcripts"))).isEqualTo("not-found");
  }

  @Test
  void exchangesAreQuestionsAndTheirAnswers() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");

    var answer = json(get(VIDEO + "/exchanges"));

    assertThat(list(answer, "exchanges")).hasSize(1);
    assertThat(object(list(answer, "exchanges").getFirst(), "question"))
        .containsEntry("firstSentence", "Will it sign the treaty tomorrow?")
        .containsEntry("words", List.of(9, 15));
  }

  @Test
  void ofTwoEditorsOneWins() {
    assertThat(problem(putText(TEXT, ""))).isEqualTo("precondition-required");
    assertThat(problem(putText(TEXT, "\"v1\""))).isEqualTo("precondition-failed");
    putText(TEXT, "*");

    var late = putText(TEXT + "Late.", "*");
    assertThat(problem(late)).isEqualTo("precondition-failed");
    assertThat(header(late, "ETag")).isEqualTo("\"v1\"");
    assertThat(problem(putText(TEXT, ""))).isEqualTo("precondition-required");
    putText(TEXT + "One.", "\"v1\"");
    assertThat(problem(putText(TEXT + "Other.", "\"v1\""))).isEqualTo("precondition-failed");
    assertThat(problem(putEdits("", "\"v1\""))).isEqualTo("precondition-failed");
    assertThat(problem(putWords(transcribe(SPOKEN), "\"v1\""))).isEqualTo("precondition-failed");
  }

  @Test
  void sameInputAgainMakesNoRevision() {
    putText(TEXT, "*");

    var again = putText(TEXT, "\"v1\"");

    assertThat(again.getStatusCode()).isEqualTo(202);
    assertThat(header(again, "ETag")).isEqualTo("\"v1\"");
    assertThat(json(again)).containsEntry("revision", 1);
  }

  @Test
  void wordsOfAnotherTextLeaveTheRevisionThatWasThere() {
    putText(TEXT, "*");
    var other = "entirely different sounds were made there by somebody else about fish".repeat(3);

    var answer = putWords(transcribe(other), "\"v1\"");

    assertThat(json(answer)).containsEntry("state", "mismatch").containsEntry("revision", 1);
    assertThat(json(read())).containsEntry("revision", 1).containsEntry("timing", "estimated");
  }

  @Test
  void deletedTranscriptIsGoneAndItsNumbersAreNotGivenAgain() {
    putText(TEXT, "*");

    var gone = call(conditioned(editor("DELETE", EDIT), "\"v1\""));

    assertThat(gone.getStatusCode()).isEqualTo(204);
    assertThat(problem(read())).isEqualTo("not-found");
    assertThat(problem(read("language", "en", "revision", "1"))).isEqualTo("not-found");
    assertThat(problem(look())).isEqualTo("not-found");
    assertThat(problem(call(conditioned(editor("DELETE", EDIT), "\"v2\"")))).isEqualTo("not-found");
    assertThat(json(putText(TEXT, "*"))).containsEntry("revision", 2);
    assertThat(header(look(), "ETag")).isEqualTo("\"v3\"");
  }

  @Test
  void anotherMasterKeepsTheTextAndLosesTheTimes() {
    putText(TEXT, "*");
    putWords(transcribe(SPOKEN), "\"v1\"");
    var row = Json.object(SampleVideos.released().json());
    row.put("masterVersion", "0000000000000000");
    videos.put(Video.read(Json.text(row)));

    assertThat(json(read()))
        .containsEntry("timing", "untimed")
        .containsEntry("masterVersion", "0000000000000000");
    assertThat(read("format", "vtt").getStatusCode()).isEqualTo(406);
    assertThat(read("format", "txt").getBody()).startsWith("Ana Sample, Council Spokesperson\n");
    assertThat(json(putText(TEXT, "\"v2\"")))
        .containsEntry("state", "text-only")
        .containsEntry("revision", 3);
  }

  @Test
  void unknownRevisionsLanguagesAndVideosAreTold() {
    assertThat(problem(read())).isEqualTo("not-found");
    putText(TEXT, "*");

    assertThat(error(read("revision", "2"))).isEqualTo("unknown-revision");
    assertThat(error(read("revision", "0"))).isEqualTo("out-of-range");
    assertThat(problem(read("language", "fr"))).isEqualTo("not-found");
    assertThat(error(read("language", "EN"))).isEqualTo("malformed");
    assertThat(problem(get("/v1/videos/another-video/transcript"))).isEqualTo("not-found");
    assertThat(problem(get("/v1/videos/X/exchanges"))).isEqualTo("not-found");
    var korean = editor("PUT", EDIT).query("language", "ko").header("If-None-Match", "*");
    assertThat(error(call(korean.body("text/plain", TEXT)))).isEqualTo("unknown-value");
    assertThat(error(call(editor("GET", EDIT)))).isEqualTo("missing");
    assertThat(problem(call(editor("GET", EDIT.replace(SampleVideos.ID, "another-video")))))
        .isEqualTo("not-found");
  }
}
