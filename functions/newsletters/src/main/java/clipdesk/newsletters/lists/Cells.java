package clipdesk.newsletters.lists;

/**
 * Cells that no spreadsheet takes for a formula: what begins like one is written behind an
 * apostrophe, and so is what begins with such an apostrophe, so that each is read back as it was.
 */
public final class Cells {
  private static final String FORMULA = "=+-@\t\r\n";
  private static final char MARK = '\'';

  private Cells() {}

  public static String written(String value) {
    return formula(value) || marked(value) ? MARK + value : value;
  }

  static String read(String cell) {
    return marked(cell) ? cell.substring(1) : cell;
  }

  /** Whether a spreadsheet would calculate it. */
  static boolean formula(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
  }

  private static boolean marked(String cell) {
    return cell.length() > 1
        && cell.charAt(0) == MARK
        && (formula(cell.substring(1)) || cell.charAt(1) == MARK);
  }
}
