package clipdesk.newsletters.lists;

/** A line of a list. */
public sealed interface ListLine {
  /** Where it begins, from 1 on; the header is one, too. */
  long number();

  /** One that can be read. */
  record Good(long number, ListedPerson person) implements ListLine {}

  /**
   * One that cannot.
   *
   * @param column whose cell it is; empty of the line as a whole
   * @param code for programs
   */
  record Bad(long number, String column, String code) implements ListLine {}
}
