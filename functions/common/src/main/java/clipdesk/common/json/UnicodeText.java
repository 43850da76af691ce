package clipdesk.common.json;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What may be said of a text before anybody knows what it means. */
public final class UnicodeText {
  /** Blank to look at, although Unicode calls them letters or symbols. */
  private static final Set<Integer> BLANK_SIGNS = Set.of(0x115f, 0x1160, 0x2800, 0x3164, 0xffa0);

  private UnicodeText() {}

  /** Whether every half of a surrogate pair has its other half, so that UTF-8 can carry it. */
  public static boolean wellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Whether nothing of it would be seen: spaces of all kinds, joiners, marks of direction. */
  public static boolean blank(String text) {
    return text.codePoints().allMatch(UnicodeText::unseen);
  }

  /** Characters as people and JSON Schema count them: an emoji outside the BMP is one, not two. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean unseen(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || BLANK_SIGNS.contains(codePoint);
  }
}
