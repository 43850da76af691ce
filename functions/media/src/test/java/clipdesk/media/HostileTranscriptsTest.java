package clipdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should bring as a text or as words: told, never an answer of 500. */
final class HostileTranscriptsTest extends TranscriptCalls {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana Sample:\nJon Smyth:\nMax Muster:\n",
        "Q\nA\nQ\nA\n",
        "1 2 3 4 5 6 7 8 9 10",
        "10:30 11:45 12",
        "שלום עולם. זה טקסט.",
        "e\u0301\u0301\u0301\u0301 a\u0323\u0323",
        "\u200b\u200b word \ufeff",
        "<script>alert(1)</script><p>Ana Sample, WXYZ</p><p>Good morning.</p>",
        "a half \ud83d of a pair",
        "\u2028\u2029\u0085\u000b text",
        "[laughs] (applause) * * *",
        "😀 😀 😀",
        "that that that that that that that that"
      })
  void oddTextIsRead(String text) {
    var answer = putText(text, "*");

    assertThat(answer.getStatusCode()).as(answer.getBody()).isIn(202, 422);
    if (answer.getStatusCode() == 202) {
      assertThat(look().getStatusCode()).isEqualTo(200);
      assertThat(read().getStatusCode()).isEqualTo(200);
      assertThat(read().getBody()).doesNotContain("<script");
      assertThat(read("format", "txt").getStatusCode()).isEqualTo(200);
      assertThat(get(VIDEO + "/exchanges").getStatusCode()).isEqualTo(200);
      assertThat(putWords(transcribe(SPOKEN), "\"v1\"").getStatusCode()).isEqualTo(202);
      assertThat(read("format", "vtt").getStatusCode()).isIn(200, 406);
    }
  }

  @Test
  void textThatIsNoneIsRefusedByItsCode() {
    assertThat(error(putText("", "*"))).isEqualTo("empty");
    assertThat(error(putText(" \n\u00a0\n", "*"))).isEqualTo("empty");
    assertThat(error(putText("a\0b", "*"))).isEqualTo("unknown-form");
    assertThat(error(putText("%PDF-1.7", "*"))).isEqualTo("unknown-form");
    assertThat(error(putText("a ".repeat(60_001), "*"))).isEqualTo("too-many-words");
    assertThat(error(putText("a\n".repeat(20_001), "*"))).isEqualTo("too-many-lines");
    assertThat(problem(putText("a".repeat((1 << 20) + 1), "*"))).isEqualTo("payload-too-large");
    assertThat(problem(look())).isEqualTo("not-found");
  }

  @Test
  void documentsAreReadOrRefused() throws IOException {
    var xml =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>Good morning.</w:t></w:r></w:p></w:body></w:document>";
    assertThat(error(docx("PK\3\4nothing".getBytes(StandardCharsets.ISO_8859_1))))
        .isIn("bad-docx", "unknown-form");
    assertThat(error(docx(zip("word/other.xml", xml)))).isEqualTo("unknown-form");
    assertThat(error(docx(zip("word/document.xml", xml.substring(0, 120))))).isNotNull();
    var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>" + xml;
    assertThat(docx(zip("word/document.xml", bomb)).getStatusCode()).isIn(202, 422);
    assertThat(error(docx(zip("word/document.xml", " ".repeat(21 << 20))))).isEqualTo("too-large");
    assertThat(docx(zip("word/document.xml", xml)).getStatusCode()).isIn(202, 412);
    assertThat(read("format", "txt").getBody()).contains("Good morning.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN|'[{\"text\":\"a\",\"inMs\":NaN,\"outMs\":1}]'",
        "negative|'[{\"text\":\"a\",\"inMs\":-1,\"outMs\":1}]'",
        "backwards|'[{\"text\":\"a\",\"inMs\":2,\"outMs\":1}]'",
        "endless|'[{\"text\":\"a\",\"inMs\":1e999,\"outMs\":2e999}]'",
        "truncated|'{\"results\":{\"items\":[{\"type\"'",
        "other JSON|'{\"a\":[1,2,{\"b\":null}]}'",
        "numbers|'[1,2,3]'",
        "prose|'these are just words'",
        "markup|'<html><body>no</body></html>'",
        "entities|'<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><tt>&a;</tt>'",
      })
  void wordsThatCannotBeAreRefused(String what, String words) {
    var answer = putWords(words, "*");

    assertThat(answer.getStatusCode()).as(what + " " + answer.getBody()).isEqualTo(422);
    assertThat(list(json(answer), "errors")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":{\"items\":[]}}",
        "{\"segments\":[{\"text\":\"no times\"}]}",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nthe\n00:02.000 --> 00:03.000\nthe\n",
        "1\r\n"
            + "00:00:01,000 --> 00:00:02,000\r\n"
            + "the council\r\n"
            + "2\r\n"
            + "00:00:01,500 --> 00:00:03,000\r\n"
            + "the council"
      })
  void oddWordsLeaveTheTextReadable(String words) {
    putText(TEXT, "*");

    var answer = putWords(words, "\"v1\"");

    assertThat(answer.getStatusCode()).as(answer.getBody()).isIn(202, 422);
    assertThat(read().getStatusCode()).isEqualTo(200);
    assertThat(read("format", "txt").getBody()).contains("Good morning.");
  }

  @Test
  void loopOfOnePhraseIsNoneOfTheText() {
    putText(TEXT, "*");

    var answer = putWords(transcribe("thank you ".repeat(35) + "bye"), "\"v1\"");

    assertThat(json(answer)).containsEntry("state", "mismatch");
    assertThat(json(read())).containsEntry("timing", "estimated");
  }

  @Test
  void faultsOfWordsAreToldByTheirItems() {
    var answer =
        putWords(
            "[{\"text\":\"a\",\"inMs\":1,\"outMs\":2},{\"text\":\"b\",\"inMs\":5,\"outMs\":3}]",
            "*");

    assertThat(list(json(answer), "errors"))
        .extracting(it -> it.get("pointer") + " " + it.get("code"))
        .containsExactly("/1 bad-time");
  }

  @Test
  void whatIsNoCorrectionIsRefused() {
    putText(TEXT, "*");
    for (var body :
        List.of(
            "", "[]", "{", "{\"edits\":{}}", "{\"edits\":[1]}", "{\"edits\":[{}]}", "{\"x\":1}")) {
      var call = conditioned(editor("PUT", EDIT + "/edits"), "\"v1\"").json(body);
      assertThat(call(call).getStatusCode()).as(body).isIn(400, 422);
    }
    var anchors = List.of("\"\"", "\" \"", "\"?\"", "\"…\"", "\"" + "x".repeat(1001) + "\"", "7");
    for (var text : anchors) {
      var edit = "{\"op\":\"not-spoken\",\"words\":{\"text\":" + text + "}}";
      assertThat(putEdits(edit, "\"v1\"").getStatusCode()).as(edit).isIn(202, 412, 422);
    }
    assertThat(read().getStatusCode()).isEqualTo(200);
  }

  @Test
  void moreThanIsTakenIsRefused() {
    putText(TEXT, "*");
    var around = "{\"edits\":[]}".length();
    var most = " ".repeat((256 << 10) - around);
    assertThat(putEdits(most, "\"v1\"").getStatusCode()).isEqualTo(202);
    assertThat(problem(putEdits(most + " ", "\"v1\""))).isEqualTo("payload-too-large");
    assertThat(problem(putWords(" ".repeat((5 << 20) + 1), "\"v1\"")))
        .isEqualTo("payload-too-large");
    var word = "{\"text\":\"a\",\"inMs\":1,\"outMs\":2}";
    var words = "[" + (word + ",").repeat(60_000) + word + "]";
    assertThat(error(putWords(words, "\"v1\""))).isEqualTo("too-many-words");
  }

  @Test
  void typeThatIsNoTextIsNotTaken() {
    var call = conditioned(editor("PUT", EDIT), "*").body("image/png", "x");

    assertThat(problem(call(call))).isEqualTo("unsupported-media-type");
  }

  private APIGatewayProxyResponseEvent docx(byte[] content) {
    var call = conditioned(editor("PUT", EDIT), "*");
    var event = call.body(DOCX, Base64.getEncoder().encodeToString(content)).event();
    event.setIsBase64Encoded(true);
    return function.handleRequest(event, null);
  }

  private static byte[] zip(String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
