package clipdesk.accounts.verification;

import clipdesk.accounts.Breakdown;

final class InMemoryVerificationsTest extends VerificationsContract {
  private final InMemoryVerifications verifications = new InMemoryVerifications(new Breakdown());
  private final CurrentSignUps signUps = new InMemoryCurrentSignUps(verifications, new Breakdown());

  @Override
  Verifications verifications() {
    return verifications;
  }

  @Override
  CurrentSignUps signUps() {
    return signUps;
  }
}
