package clipdesk.accounts.verification;

final class InMemoryCallLimitsTest extends CallLimitsContract {
  private final CallLimits limits = new InMemoryCallLimits();

  @Override
  CallLimits limits() {
    return limits;
  }
}
