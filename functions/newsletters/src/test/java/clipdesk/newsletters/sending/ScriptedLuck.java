package clipdesk.newsletters.sending;

/** Bad luck as it is written down: for every combination once, before chance has its turn. */
final class ScriptedLuck extends Luck {
  /** What becomes of the answer of SES to the first mail. */
  enum Answer {
    COMES,
    LOST_MAIL_NOT_TAKEN,
    LOST_MAIL_TAKEN
  }

  /** What becomes of every event of SES. */
  enum Events {
    COME,
    ARE_LOST,
    COME_LATE,
    COME_TWICE
  }

  /**
   * @param call of a port, from 0; negative for none
   * @param after whether it has its effect before its caller is killed
   * @param redelivered whether every message is delivered twice
   * @param scheduled whether the campaign starts by itself
   */
  record Script(
      int call,
      boolean after,
      boolean redelivered,
      Answer answer,
      Events events,
      boolean scheduled) {
    Script killed(int at, boolean afterIt) {
      return new Script(at, afterIt, redelivered, answer, events, scheduled);
    }
  }

  private final Script script;
  private int before;
  private int after;
  private int mails;

  ScriptedLuck(Script script) {
    super(/* seed= */ 1);
    this.script = script;
  }

  boolean isScheduled() {
    return script.scheduled();
  }

  /** How many calls of ports there were. */
  int calls() {
    return before;
  }

  @Override
  boolean drawn(Injected what, int onceIn) {
    return switch (what) {
      case KILLED_BEFORE_A_CALL -> before++ == script.call() && !script.after();
      case KILLED_AFTER_A_CALL -> after++ == script.call() && script.after();
      case MESSAGE_TWICE -> script.redelivered();
      // Asked once for each mail, and first.
      case SES_ANSWER_LOST_MAIL_NOT_TAKEN ->
          mails++ == 0 && script.answer() == Answer.LOST_MAIL_NOT_TAKEN;
      case SES_ANSWER_LOST_MAIL_TAKEN -> mails == 1 && script.answer() == Answer.LOST_MAIL_TAKEN;
      case EVENT_LOST -> script.events() == Events.ARE_LOST;
      case EVENT_LATE -> script.events() == Events.COME_LATE;
      case EVENT_TWICE -> script.events() == Events.COME_TWICE;
      default -> false;
    };
  }
}
