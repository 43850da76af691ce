package clipdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.journeys.demo.SyntheticMaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * What was said: paste the text, read the report, correct, bring the words, read it as subtitles.
 */
final class TranscriptJourneyIT {
  private static final Stack STACK = Stack.deployed();
  private static final String VIDEO = Person.unique("said");
  private static final Upload UPLOAD = new Upload(STACK, VIDEO);
  private static final String READ = "/v1/videos/" + VIDEO + "/transcript";
  private static final String EDIT = "/v1/editor/videos/" + VIDEO + "/transcript";
  private static final String WORDS = "/v1/editor/videos/" + VIDEO + "/words?language=";
  private static final String TEXT =
      """
      So it begins, with “signs” – здоров’я.

      Jon Smyth, WXYZ
      Will you sign the treaty tomorrow?

      Ana Sample, Council Spokesperson
      We may, [laughs] if all goes well.
      """;
  private static final String SPOKEN =
      "So it begins with signs здоров’я Will you sign the treaty tomorrow We may if all goes well";

  private static final Duration FILES = Duration.ofSeconds(60);

  private static Person editor;

  @BeforeAll
  static void uploadAVideo() {
    UPLOAD.master(SyntheticMaster.SHORT.in(Path.of("target/masters")));
    UPLOAD.text("transcripts/de.txt", TEXT);
    var description = UPLOAD.description();
    description.put("languages", List.of("en", "fr", "uk", "de", "it"));
    assertThat(UPLOAD.describe(description)).containsEntry("result", "accepted");
    Listening.awaited(STACK, VIDEO);
    editor = Editors.join(STACK, "en");
  }

  @Test
  void pastedTextIsReportedCorrectedAlignedAndReadAsSubtitles() {
    var first = putText("en", TEXT, "If-None-Match", "*").expect(202);
    assertThat(first.json()).containsEntry("state", "text-only").containsEntry("revision", 1);
    assertThat(first.text()).contains("\"code\":\"unlabelled-turn\"");
    assertThat(Api.of(STACK).get(READ + "?format=vtt").expect(406).problem())
        .contains("not-acceptable");

    var assign =
        Map.of(
            "op", "assign",
            "turn", Map.of("text", "So it begins"),
            "speaker", Map.of("name", "Max Muster", "role", "Moderator"));
    var corrected =
        editor
            .api()
            .with("If-Match", tag(first))
            .put(EDIT + "/edits?language=en", Map.of("edits", List.of(assign)))
            .expect(202);
    assertThat(corrected.text()).doesNotContain("unlabelled-turn");

    var aligned =
        editor
            .api()
            .with("If-Match", tag(corrected))
            .send("PUT", WORDS + "en", "application/json", HeardWords.transcribe(SPOKEN))
            .expect(202);
    assertThat(aligned.json()).containsEntry("state", "aligned").containsEntry("revision", 3);
    assertThat(putText("en", "Late.", "If-Match", tag(first)).expect(412).header("ETag"))
        .contains(tag(aligned));

    var vtt = Api.of(STACK).get(READ + "?format=vtt").expect(200);
    assertThat(vtt.header("Content-Type").orElseThrow()).startsWith("text/vtt");
    assertThat(vtt.text())
        .startsWith("WEBVTT\n\nNOTE " + VIDEO + ", en, revision 3, upload\n")
        .contains("<v Max Muster>So it begins, with “signs” – здоров’я.")
        .contains("<v Ana Sample>We may, if all goes well.");
    assertThat(Api.of(STACK).with("Accept", "text/plain").get(READ).expect(200).text())
        .contains("[00:00:04] Jon Smyth (WXYZ)\n\nWill you sign the treaty tomorrow?\n");
    var json = Api.of(STACK).get(READ + "?from=100&to=150").expect(200);
    assertThat(json.text()).contains("\"text\":\"Will you sign").doesNotContain("So it begins");
    assertThat(
            Api.of(STACK)
                .with("If-None-Match", json.header("ETag").orElseThrow())
                .get(READ + "?from=100&to=150")
                .status())
        .isEqualTo(304);
    assertThat(Api.of(STACK).get(READ + "?revision=1").expect(200).json())
        .containsEntry("timing", "estimated");
    assertThat(
            Api.of(STACK)
                .get("/v1/videos/" + VIDEO + "/exchanges")
                .expect(200)
                .objects("exchanges"))
        .hasSize(1);
    assertThat(editor.api().get(EDIT + "?language=en").expect(200).header("ETag"))
        .contains(tag(aligned));
  }

  @Test
  void documentIsReadByteByByte() throws IOException {
    var path = EDIT + "?language=fr";
    var docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    editor.api().with("If-None-Match", "*").put(path, docx, docx()).expect(202);

    assertThat(Api.of(STACK).get(READ + "?language=fr&format=txt").expect(200).text())
        .contains("L’été, à nouveau.");
    editor.api().with("If-Match", "\"v1\"").delete(path).expect(204);
    Api.of(STACK).get(READ + "?language=fr").expect(404);
  }

  @Test
  void filesBesideTheMasterBecomeRevisions() {
    awaited("de", 1, "estimated");

    putHeard("de");

    awaited("de", 2, "aligned");
  }

  /** Each event comes at least once, and the words before there is a text. */
  @Test
  void wordsBeforeTheTextAndTwiceMakeARevisionForEachTextAlone() {
    putHeard("it");
    putHeard("it");
    Eventually.within(
        FILES,
        "words without a text",
        () ->
            Optional.of(editor.api().get(EDIT + "?language=it"))
                .filter(it -> it.status() == 200 && it.text().contains("\"words\":")));

    UPLOAD.text("transcripts/it.txt", TEXT);
    awaited("it", 1, "aligned");
    putHeard("it");
    UPLOAD.text("transcripts/it.txt", TEXT);
    UPLOAD.text("transcripts/it.txt", TEXT.replace("So it begins", "And so it begins"));
    putHeard("it");

    awaited("it", 2, "aligned");
  }

  private static void putHeard(String language) {
    try (var s3 = STACK.s3()) {
      s3.putObject(
          put ->
              put.bucket(STACK.output("TranscriptsBucket"))
                  .key("words/%s/%s".formatted(VIDEO, language)),
          RequestBody.fromString(HeardWords.transcribe(SPOKEN)));
    }
  }

  private static void awaited(String language, int revision, String timing) {
    Eventually.within(
        FILES,
        "revision %d whose times are %s".formatted(revision, timing),
        () ->
            Optional.of(Api.of(STACK).get(READ + "?language=" + language))
                .filter(it -> it.status() == 200 && timing.equals(it.json().get("timing")))
                .filter(it -> it.json().get("revision").equals(revision)));
  }

  @Test
  void nobodyElseBringsATextAndWhatIsNoneIsTold() {
    Api.of(STACK).send("PUT", EDIT + "?language=uk", "text/plain", TEXT).expect(401);
    assertThat(putText("uk", " ", "If-None-Match", "*").expect(422).problem())
        .contains("validation");
    Api.of(STACK).get(READ + "?language=uk").expect(404);
  }

  private static Answer putText(String language, String text, String condition, String value) {
    return editor
        .api()
        .with(condition, value)
        .send("PUT", EDIT + "?language=" + language, "text/plain; charset=utf-8", text);
  }

  private static String tag(Answer answer) {
    return answer.header("ETag").orElseThrow();
  }

  private static byte[] docx() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          ("<w:document"
                  + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                  + "<w:body><w:p><w:r><w:t>L’été, à nouveau.</w:t></w:r></w:p></w:body>"
                  + "</w:document>")
              .getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
