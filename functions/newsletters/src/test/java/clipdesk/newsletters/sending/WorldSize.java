package clipdesk.newsletters.sending;

/**
 * How large a world is, and what there is in it.
 *
 * @param steps at which somebody acts, before faults stop
 * @param crowded whether there are enough people for evidence, and all events come in the end
 * @param mailsPerSecond that SES takes in any second
 * @param mailsPerDay that it takes in any day; negative for no limit
 * @param asking whether strangers ask for confirmations, and readers for links to be forgotten
 * @param scheduled whether the campaign is to start by itself
 * @param importing whether an editor brings lists of people
 * @param followed whether another campaign is for those whom the first passed over
 */
record WorldSize(
    int people,
    int steps,
    boolean crowded,
    int mailsPerSecond,
    int mailsPerDay,
    boolean asking,
    boolean scheduled,
    boolean importing,
    boolean followed) {
  private static final int STEPS = 60;
  private static final int FAST = 50;
  private static final int SLOW = 2;

  /** Every so many worlds there are enough people for evidence. */
  private static final int CROWDED = 25;

  /** Every so many are a list. */
  private static final int LIST = 5_000;

  /** Every so many have a campaign that starts by itself. */
  private static final int SCHEDULED = 11;

  /** Every so many have lists that are brought. */
  private static final int IMPORTING = 14;

  /** Every so many have another campaign, for those whom the first passed over. */
  private static final int FOLLOWED = 9;

  /** Two people and nobody else, by day and night. */
  static WorldSize ofTwo(boolean scheduled) {
    return new WorldSize(2, 0, false, FAST, -1, false, scheduled, false, false);
  }

  static WorldSize of(long seed) {
    if (seed % LIST == LIST - 1) {
      return new WorldSize(1_000, 200, true, FAST, -1, false, false, false, false);
    }
    if (seed % CROWDED == CROWDED - 1) {
      return new WorldSize(40, STEPS, true, FAST, -1, false, false, false, false);
    }
    int people = 3 + (int) (seed % 8);
    boolean quota = seed % 10 == 3;
    return new WorldSize(
        people,
        STEPS,
        false,
        seed % 6 == 4 ? SLOW : FAST,
        quota ? people / 2 : -1,
        seed % 7 == 0,
        seed % SCHEDULED == 8,
        seed % IMPORTING == IMPORTING - 1,
        seed % FOLLOWED == FOLLOWED - 1);
  }

  WorldSize with(int fewer, int shorter) {
    return new WorldSize(
        fewer,
        shorter,
        crowded,
        mailsPerSecond,
        mailsPerDay,
        asking,
        scheduled,
        importing,
        followed);
  }
}
