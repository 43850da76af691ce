package clipdesk.transcript.language;

/** How far two words are apart: inserted, left out and exchanged letters (Levenshtein). */
public final class Distance {
  private Distance() {}

  public static int between(String one, String other) {
    var above = new int[other.length() + 1];
    var row = new int[other.length() + 1];
    for (var j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (var j = 1; j <= other.length(); j++) {
        var exchanged = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(above[j], row[j - 1]) + 1);
      }
      var spare = above;
      above = row;
      row = spare;
    }
    return above[other.length()];
  }

  /**
   * One minus the distance by the longer word's length: 1 for the same, 0 for nothing in common.
   */
  public static double similarity(String one, String other) {
    var longest = Math.max(one.length(), other.length());
    return longest == 0 ? 1 : 1 - (double) between(one, other) / longest;
  }
}
