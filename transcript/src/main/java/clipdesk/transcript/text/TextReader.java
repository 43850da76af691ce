package clipdesk.transcript.text;

import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.UnsupportedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads an official text of any form, told apart by what is in it and not by its name. */
public final class TextReader {
  public static final int MAX_BYTES = 4 << 20;

  private static final Pattern HTML =
      Pattern.compile(
          "\\s*<(!doctype|!--|\\?xml|html|head|meta|body|article|section|main|div|p|span|h[1-6]"
              + "|script|style|title|header|nav|aside|footer|hr|dl|center|br|b|strong|i|em|a|ul|ol|li|table|blockquote|pre|font|o:p)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private TextReader() {}

  /**
   * @throws MalformedInputException {@code not-utf-8} with the byte that is wrong, {@code empty},
   *     or {@code bad-docx}
   * @throws UnsupportedInputException {@code too-large} over {@link #MAX_BYTES} or what a DOCX may
   *     unpack to, {@code unknown-form} for other documents and for encrypted ones
   */
  public static OfficialText read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new UnsupportedInputException(
          "too-large", "%d bytes, at most %d are taken".formatted(bytes.length, MAX_BYTES));
    }
    if (startsWith(bytes, "PK\3\4") || startsWith(bytes, "PK\5\6")) {
      return DocxText.read(bytes);
    }
    if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) {
      throw other("an old or an encrypted Office document");
    }
    if (startsWith(bytes, "%PDF-")) {
      throw other("a PDF");
    }
    if (startsWith(bytes, "{\\rtf")) {
      throw other("RTF");
    }
    var text = PlainText.decode(bytes);
    return HTML.matcher(head(text)).matches() ? HtmlText.read(text) : OfficialText.of(text);
  }

  private static String head(String text) {
    return text.substring(0, Math.min(text.length(), 1_000));
  }

  private static UnsupportedInputException other(String what) {
    return new UnsupportedInputException(
        "unknown-form", "This is " + what + "; plain text, HTML and DOCX are read");
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    var wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }
}
