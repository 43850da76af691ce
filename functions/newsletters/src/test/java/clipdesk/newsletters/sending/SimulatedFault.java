package clipdesk.newsletters.sending;

/** What may be broken, each by one line, to see that it is found. */
enum SimulatedFault {
  NONE("", 0),
  CLAIM_WITHOUT_CONDITION("I3", 3),
  CLAIM_THAT_DOES_NOT_LOOK_AT_THE_RECIPIENT("I3", 14),
  CLAIM_IN_TWO_STEPS("I3", 3),
  RELEASE_OF_ANY_CLAIM("I1", 1_998),
  MARK_BEFORE_SEND("I2", 7),
  BYTES_AFTER_THE_CLAIM("I6", 2),
  CLOCK_COMPARED_WITH_ITSELF("I1", 79),
  SLOT_THAT_OTHERS_HAVE("I7", 0),
  PAUSE_THAT_SENDERS_DO_NOT_LOOK_AT("I3", 86),
  UNKNOWN_IS_TAKEN_FOR_NEVER_SENT("I1", 22),
  UNKNOWN_IS_SENT_AGAIN("I1", 7),
  NEVER_SENT_IS_TAKEN_FOR_UNKNOWN("I6", 18),
  REFUSED_SENDER_IS_THE_RECIPIENTS_FAULT("I2", 213),
  USED_UP_QUOTA_IS_THE_RECIPIENTS_FAULT("I2", 223),
  CUT_OFF_AT_THE_PLANNERS_MOMENT("I4", 1),
  CHECKPOINT_WITHOUT_HINTS_AND_NO_TICK("I8", 0),
  NOBODY_PLANS_AGAIN("I8", 2),
  DEAD_HINTS_ARE_MADE_BY_NOBODY("I8", 5),
  ROWS_BEFORE_CHECKPOINTS("I4", 0),
  CLAIMS_ARE_NEVER_PARKED("I2", 7),
  CLAIMS_ARE_PARKED_WHILE_SENDING_ONLY("I2", 24),
  CANCELLED_ROWS_STAY_OPEN("I2", 2),
  REJECT_IS_TAKEN_FOR_SENT("I2", 22),
  SECOND_MAIL_IS_NOT_TOLD("I1", 674),
  ROW_IS_COUNTED_TWICE("I5", 79),
  WORD_AFTER_COUNTING_IS_NOT_COUNTED("I5", 5),
  DECISION_ABOUT_ANY_STATE("I2", 6),
  PARKED_IS_SENT_AGAIN_WITHOUT_EVIDENCE("I6", 49),
  LOCK_IS_DELETED_WHOSEVER_IT_IS("I10", 233),
  CONSENT_WITHOUT_A_RECORD("I10", 0),
  CONFIRMATION_FOR_EVERY_MESSAGE("I9", 7),
  LOG_TELLS_THE_ADDRESS("I11", 0),
  START_OF_ANY_STATE("I12", 7),
  CLOCK_IS_TAKEN_AT_ITS_WORD("I12", 19),
  LATE_STARTS_ALL_THE_SAME("I12", 107),
  IMPORT_DOES_NOT_LOOK_AT_WHAT_WAS_SAID("I13", 867);

  private final String invariant;
  private final long seed;

  SimulatedFault(String invariant, long seed) {
    this.invariant = invariant;
    this.seed = seed;
  }

  /** What it breaks. */
  String invariant() {
    return invariant;
  }

  /** By which it is found today; any change of what is called may make it another. */
  long seed() {
    return seed;
  }
}
