package clipdesk.common.identity;

/** Keeps what {@link EndedSessions} is asked for, in a context that only hears of it. */
public interface SessionMarks {
  /**
   * From its return on the tokens that the event ends are refused. Once more, or after a later
   * event of the same account, it takes nothing back.
   */
  void keep(AccountEvent event);
}
