package clipdesk.accounts.audit;

import clipdesk.accounts.directory.CognitoClientSecret;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** A secret that is fetched as it would be, and may be out of reach. */
@Singleton
@Replaces(CognitoClientSecret.class)
public final class FixedPseudonymKey implements PseudonymKey {
  public static final String SECRET = "canary-of-a-pseudonym-key";

  private boolean fetched;
  private boolean outOfReach;
  private int tries;

  public void beOutOfReach() {
    outOfReach = true;
  }

  public int tries() {
    return tries;
  }

  @Override
  public synchronized String text() {
    tries++;
    if (outOfReach) {
      throw new IllegalStateException("No answer");
    }
    fetched = true;
    return SECRET;
  }

  @Override
  public synchronized boolean fetched() {
    return fetched;
  }
}
