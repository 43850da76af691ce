package clipdesk.newsletters.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that is read strictly, in lines of bounded length, whatever the length of the file. What
 * stands before a fault is handed out first, so that its line is known.
 */
final class LineText extends Reader {
  /** Ten times a line with all that a line may say. */
  static final int LONGEST_LINE = 50_000;

  /** A line of its own behind the last one: whoever leaves a quotation open swallows it. */
  static final String END = "\u0000";

  private static final int BUFFER = 8192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private long line = 1;
  private int column;
  private boolean begun;
  private boolean ended;
  private boolean endTold;
  private boolean broken;

  LineText(InputStream in) {
    this.in = in;
  }

  /**
   * @throws RefusedListException {@code not-utf-8} or {@code line-too-long}
   */
  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (broken) {
        throw new RefusedListException("not-utf-8", line);
      }
      if (endTold) {
        return -1;
      }
      if (ended) {
        endTold = true;
        chars.clear().put('\n').put(END).flip();
      } else {
        decode();
      }
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, offset, count);
    for (int i = offset; i < offset + count; i++) {
      pass(into[i]);
    }
    return count;
  }

  private void decode() throws IOException {
    bytes.compact();
    int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = got < 0;
    bytes.position(bytes.position() + Math.max(0, got)).flip();
    chars.clear();
    broken = decoder.decode(bytes, chars, ended).isError();
    chars.flip();
    if (!begun && chars.hasRemaining()) {
      begun = true;
      if (chars.get(0) == BYTE_ORDER_MARK) {
        chars.get();
      }
    }
  }

  private void pass(char c) {
    column++;
    if (c == '\n') {
      line++;
      column = 0;
    } else if (column > LONGEST_LINE) {
      throw new RefusedListException("line-too-long", line);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
