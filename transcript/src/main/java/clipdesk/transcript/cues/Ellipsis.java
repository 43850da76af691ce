package clipdesk.transcript.cues;

/** Three dots where a sentence is cut. */
public final class Ellipsis {
  private static final String DOTS = "…";

  /** Signs that mean nothing any more before them. */
  private static final String LIGHT_SIGNS = ",;:–—- \u00a0";

  private Ellipsis() {}

  /** It began before. */
  public static String before(String text) {
    return DOTS + text;
  }

  /** It goes on. */
  public static String behind(String text) {
    var end = text.length();
    while (end > 1 && LIGHT_SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end) + DOTS;
  }
}
