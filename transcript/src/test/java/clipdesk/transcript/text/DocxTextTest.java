package clipdesk.transcript.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clipdesk.transcript.refusals.RefusedInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class DocxTextTest {
  private static final String PART = "word/document.xml";

  @Test
  void wordInSeveralRunsIsOneWord() throws IOException {
    assertThat(text("<w:p><w:r><w:t>Sec</w:t></w:r><w:r><w:t>retary</w:t></w:r></w:p>"))
        .isEqualTo("Secretary\n");
  }

  @Test
  void paragraphsAndBreaksEndLines() throws IOException {
    assertThat(
            text(
                "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>c</w:t></w:r></w:p>"))
        .isEqualTo("a\nb\n\nc\n");
  }

  @Test
  void deletedIsOutAndInsertedIsIn() throws IOException {
    var body =
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            + "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            + "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>";

    assertThat(text(body)).isEqualTo("new\n");
  }

  @Test
  void boxesAndStopsOfTabulatorsAreNoText() throws IOException {
    var body =
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/>"
            + "<w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict>"
            + "<w:t>b</w:t></w:r></w:p>";

    assertThat(text(body)).isEqualTo("a\tb\n");
  }

  @Test
  void bombOfAZipIsRefusedBeforeItIsUnpacked() throws IOException {
    var bomb = new byte[DocxText.MAX_UNPACKED + 1];
    var files = new LinkedHashMap<String, byte[]>();
    files.put("word/media/image1.png", bomb);
    files.put(PART, document("<w:p/>"));

    assertThat(refusal(zip(files))).isEqualTo("too-large");
  }

  @Test
  void filesAreTakenUpToTheirNumber() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    for (var i = 1; i < DocxText.MAX_ENTRIES; i++) {
      files.put("custom/" + i, new byte[0]);
    }
    files.put(PART, document("<w:p><w:r><w:t>a</w:t></w:r></w:p>"));

    assertThat(DocxText.read(zip(files)).text()).isEqualTo("a\n");
    files.putFirst("one/more", new byte[0]);
    assertThat(refusal(zip(files))).isEqualTo("too-large");
  }

  @Test
  void entitiesAreRefused() throws IOException {
    var bomb =
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + "<w:document xmlns:w='w'><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>";

    assertThat(refusal(zip(Map.of(PART, bomb.getBytes(UTF_8))))).isEqualTo("bad-docx");
  }

  @Test
  void whatIsNoDocxIsSaidToBeNone() throws IOException {
    assertThat(refusal(zip(Map.of("xl/workbook.xml", new byte[1])))).isEqualTo("unknown-form");
    assertThat(refusal(zip(Map.of(PART, "<w:document".getBytes(UTF_8))))).isEqualTo("bad-docx");
  }

  @Test
  void encryptedOneIsSaidToBeSo() throws IOException {
    var zip = zip(Map.of(PART, document("<w:p/>")));
    zip[6] |= 1;

    assertThat(refusal(zip)).isEqualTo("unknown-form");
  }

  @Test
  void everyCutOfAFileIsReadOrRefused() throws IOException {
    var zip = zip(Map.of(PART, document("<w:p><w:r><w:t>Good morning.</w:t></w:r></w:p>")));
    for (var length = 4; length < zip.length; length++) {
      var cut = Arrays.copyOf(zip, length);
      try {
        assertThat(TextReader.read(cut).text()).isEqualTo("Good morning.\n");
      } catch (RefusedInputException e) {
        assertThat(e.code()).isIn("bad-docx", "unknown-form");
      }
    }
  }

  private static String text(String body) throws IOException {
    return TextReader.read(zip(Map.of(PART, document(body)))).text();
  }

  private static byte[] document(String body) {
    return ("<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/"
            + "wordprocessingml/2006/main'><w:body>"
            + body
            + "</w:body></w:document>")
        .getBytes(UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String refusal(byte[] bytes) {
    return catchThrowableOfType(RefusedInputException.class, () -> TextReader.read(bytes)).code();
  }
}
