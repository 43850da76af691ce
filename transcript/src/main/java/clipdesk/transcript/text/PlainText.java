package clipdesk.transcript.text;

import clipdesk.transcript.refusals.MalformedInputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text as bytes: UTF-8, or UTF-16 if a byte order mark says so. Anything else is not guessed at.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * @throws MalformedInputException {@code not-utf-8}, naming the first byte that is wrong
   */
  public static String decode(byte[] bytes) {
    if (has(bytes, 0xff, 0xfe)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (has(bytes, 0xfe, 0xff)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return decode(bytes, has(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0, StandardCharsets.UTF_8);
  }

  private static String decode(byte[] bytes, int from, Charset charset) {
    var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    var out = CharBuffer.allocate(in.remaining());
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var result = decoder.decode(in, out, /* endOfInput= */ true);
    if (result.isError()) {
      throw new MalformedInputException(
          "not-utf-8", "Byte %d is not %s".formatted(in.position(), charset.name()));
    }
    return out.flip().toString();
  }

  private static boolean has(byte[] bytes, int... mark) {
    for (var i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
