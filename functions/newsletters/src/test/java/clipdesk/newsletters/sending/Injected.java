package clipdesk.newsletters.sending;

import java.util.Locale;

/** What goes wrong in simulated worlds, each counted. */
enum Injected {
  KILLED_BEFORE_A_CALL,
  KILLED_AFTER_A_CALL,
  /** By the end of its function's time. */
  KILLED_BY_ITS_LIMIT,
  CALL_FAILED,
  /** A glimpse of a row that has changed since. */
  GLIMPSE_IS_OLD,
  /** Its answer was lost, so that the SDK repeats it. */
  CALL_REPEATED,
  /** Others do their work in the middle of it. */
  OVERTAKEN,
  FROZEN,
  CLOCK_SKEWED,
  MESSAGE_TWICE,
  SES_THROTTLES,
  SES_NOT_REACHED,
  SES_ANSWER_LOST_MAIL_NOT_TAKEN,
  SES_ANSWER_LOST_MAIL_TAKEN,
  SES_REFUSES_THE_SENDER,
  SES_DAILY_QUOTA,
  SES_REJECTS_LATER,
  EVENT_LOST,
  EVENT_LATE,
  EVENT_TWICE;

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
