package clipdesk.transcript.text;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.UnsupportedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The main part of a DOCX (ECMA-376-1, 11.3.10). Notes, headers and text boxes are not speech and
 * stay out. Nothing is unpacked beyond what a text of {@link TextReader#MAX_BYTES} can need.
 */
final class DocxText {
  static final int MAX_UNPACKED = 20 << 20;
  static final int MAX_ENTRIES = 200;
  private static final String MAIN_PART = "word/document.xml";

  private DocxText() {}

  static OfficialText read(byte[] bytes) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      var left = MAX_UNPACKED;
      for (var entries = 1; ; entries++) {
        var entry = zip.getNextEntry();
        if (entry == null) {
          throw new UnsupportedInputException(
              "unknown-form", "A zip without " + MAIN_PART + " is not a DOCX");
        }
        if (entries > MAX_ENTRIES) {
          throw tooLarge("more than %d files".formatted(MAX_ENTRIES));
        }
        var part = zip.readNBytes(left + 1);
        left -= part.length;
        if (left < 0) {
          throw tooLarge("more than %d bytes".formatted(MAX_UNPACKED));
        }
        if (entry.getName().equals(MAIN_PART)) {
          return OfficialText.of(DocxXml.read(part));
        }
      }
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("encrypted")) {
        throw new UnsupportedInputException("unknown-form", "The DOCX is encrypted");
      }
      throw broken(e);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static UnsupportedInputException tooLarge(String what) {
    return new UnsupportedInputException("too-large", "The DOCX unpacks to " + what);
  }

  private static MalformedInputException broken(IOException e) {
    return new MalformedInputException("bad-docx", "The DOCX is broken: " + e.getMessage());
  }
}
