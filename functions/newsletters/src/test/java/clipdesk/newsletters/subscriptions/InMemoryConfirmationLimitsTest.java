package clipdesk.newsletters.subscriptions;

final class InMemoryConfirmationLimitsTest extends ConfirmationLimitsContract {
  private final ConfirmationLimits limits = new InMemoryConfirmationLimits();
  private final ConfirmationLimits erasures = new InMemoryConfirmationLimits();

  @Override
  ConfirmationLimits limits() {
    return limits;
  }

  @Override
  ConfirmationLimits erasures() {
    return erasures;
  }
}
