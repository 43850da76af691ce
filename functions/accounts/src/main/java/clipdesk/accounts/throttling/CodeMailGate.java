package clipdesk.accounts.throttling;

import clipdesk.accounts.tally.Occurrence;
import clipdesk.accounts.tally.Tally;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What every code mail passes: the limits of its address, and the tally. */
@Singleton
public final class CodeMailGate {
  private final SendGate sends;
  private final Tally tally;

  CodeMailGate(SendGate sends, Tally tally) {
    this.sends = sends;
    this.tally = tally;
  }

  /**
   * @throws clipdesk.common.problem.ProblemException {@code too-many-requests} if the address had a
   *     mail just now, or too many
   */
  public void pass(String email, Instant now) {
    sends.pass(email, now);
    tally.count(Occurrence.CODE_SENT);
  }
}
