package clipdesk.accounts.tally;

/** Counts what happens, and never to whom. */
public interface Tally {
  void count(Occurrence occurrence);
}
