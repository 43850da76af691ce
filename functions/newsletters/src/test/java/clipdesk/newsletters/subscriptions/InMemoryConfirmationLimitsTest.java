package clipdesk.newsletters.subscriptions;

final class InMemoryConfirmationLimitsTest extends ConfirmationLimitsContract {
  private final ConfirmationLimits limits = new InMemoryConfirmationLimits();

  @Override
  ConfirmationLimits limits() {
    return limits;
  }
}
