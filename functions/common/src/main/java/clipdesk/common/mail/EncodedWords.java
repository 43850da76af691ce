package clipdesk.common.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Words of any language in a header of ASCII: as they are, or as encoded words (RFC 2047), folded
 * so that no line with one is longer than 76 characters (clause 2), and none splits a character
 * (clause 5).
 */
final class EncodedWords {
  private static final int MAX_LINE = 76;
  private static final String BEFORE = "=?UTF-8?B?";
  private static final String AFTER = "?=";
  private static final String FOLD = "\r\n ";

  private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7e]*");

  private EncodedWords() {}

  /**
   * Of a header without structure (RFC 5322, 3.2.5), such as a subject.
   *
   * @param used characters of its first line before it
   */
  static String text(String words, int used) {
    return plain(words) ? MimeUtility.fold(used, words) : encoded(words, used);
  }

  /** What may stand before an address in angle brackets, as {@link #text}: a quoted string. */
  static String phrase(String words, int used) {
    return plain(words)
        ? "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : encoded(words, used);
  }

  /** What only looks like an encoded word would be read as one. */
  private static boolean plain(String words) {
    return ASCII.matcher(words).matches() && !words.contains("=?");
  }

  private static String encoded(String words, int used) {
    var lines = new StringJoiner(FOLD);
    var chunk = new ByteArrayOutputStream();
    int room = room(used);
    for (int codePoint : words.codePoints().toArray()) {
      byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
      if (chunk.size() + bytes.length > room) {
        lines.add(word(chunk));
        chunk.reset();
        room = room(/* used= */ 1);
      }
      chunk.writeBytes(bytes);
    }
    return lines.add(word(chunk)).toString();
  }

  private static String word(ByteArrayOutputStream chunk) {
    return BEFORE + Base64.getEncoder().encodeToString(chunk.toByteArray()) + AFTER;
  }

  /** Bytes whose base64, three for four characters, fits between the marks. */
  private static int room(int used) {
    return (MAX_LINE - used - BEFORE.length() - AFTER.length()) / 4 * 3;
  }
}
