package clipdesk.common.limits;

final class InMemoryCallLimitsTest extends CallLimitsContract {
  private final CallLimits limits = new InMemoryCallLimits();

  @Override
  protected CallLimits limits() {
    return limits;
  }
}
