package clipdesk.newsletters.imports;

import clipdesk.newsletters.imports.SubscriberImport.Problem;
import clipdesk.newsletters.lists.ListLine;

/**
 * A line, and what it comes to.
 *
 * @param column whose cell is wrong; empty of the line as a whole
 * @param code why, for programs
 */
record Judged(ListLine line, Verdict verdict, String column, String code) {
  static Judged of(ListLine line, Verdict verdict) {
    return new Judged(line, verdict, "", verdict.text());
  }

  Problem problem() {
    return new Problem(line.number(), verdict, column, code);
  }
}
