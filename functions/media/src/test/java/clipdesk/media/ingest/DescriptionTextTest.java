package clipdesk.media.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a description, and what is kept of its texts. */
final class DescriptionTextTest extends IngestCalls {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"videoId\":",
        "",
        " ",
        "[]",
        "null",
        "{}{}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":\"\\ud800\"}"
      })
  void aDescriptionThatIsNoJsonIsRefused(String text) throws IOException {
    uploads.describe(ID, text);
    ingestVideo.ingest(ID);
    assertThat(problems()).containsExactly(" not-json");
    assertThat(uploads.report(ID).get("errors").toString()).contains("Must be one JSON object");
  }

  @Test
  void theReportSaysWhereReadingStopped() throws IOException {
    uploads.describe(ID, "{\n  \"videoId\": oops\n}");
    ingestVideo.ingest(ID);
    assertThat(uploads.report(ID).get("errors").toString()).contains("stopped at line 2, column");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "windows-1251"})
  void anotherEncodingIsRefusedAndTheReportSaysWhich(String charset) throws IOException {
    var texts = charset.equals("ISO-8859-1") ? texts("Été") : texts();
    uploads.put(
        ID, "video.json", Json.text(with("title", texts)).getBytes(Charset.forName(charset)));
    ingestVideo.ingest(ID);
    assertThat(problems()).containsExactly(" not-utf-8");
    assertThat(uploads.report(ID).get("errors").toString()).contains("Save the file as UTF-8");
  }

  @Test
  void aByteOrderMarkIsTaken() throws IOException {
    uploads.describe(ID, "\ufeff" + Json.text(description()));
    ingestVideo.ingest(ID);
    assertThat(problems()).isEmpty();
    assertThat(videos.find(ID)).isPresent();
  }

  @Test
  void aDescriptionMayHaveTwoHundredKibibytes() throws IOException {
    var json = Json.text(description());
    uploads.describe(
        ID, json + " ".repeat(Uploads.MAX_DESCRIPTION_BYTES - json.getBytes(UTF_8).length));
    ingestVideo.ingest(ID);
    assertThat(problems()).isEmpty();
    uploads.describe(ID, json + " ".repeat(Uploads.MAX_DESCRIPTION_BYTES));
    ingestVideo.ingest(ID);
    assertThat(problems()).containsExactly(" too-large");
  }

  @Test
  void textsAreKeptComposedAndWhatIsNullIsAbsent() throws IOException {
    var told = withTexts("title", "e\u0301");
    told.put("description", null);
    assertThat(ingest(told)).isEmpty();
    var description = videos.find(ID).orElseThrow().description();
    assertThat(description.title().in(Language.UK)).isEqualTo("\u00e9");
    assertThat(description.description()).isEmpty();
  }

  @Test
  void aFileIsFoundByItsExactCharacters() throws IOException {
    uploads.put(ID, "e\u0301.mp4", new TinyMaster().video(EVEN).audio(900).audio(900).bytes());
    assertThat(ingest(with("master", Map.of("file", "e\u0301.mp4")))).isEmpty();
    assertThat(videos.find(ID).orElseThrow().master().file().key()).endsWith("/e\u0301.mp4");
  }
}
