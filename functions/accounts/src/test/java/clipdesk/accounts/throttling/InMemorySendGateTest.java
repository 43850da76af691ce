package clipdesk.accounts.throttling;

final class InMemorySendGateTest extends SendGateContract {
  private final SendGate gate = new InMemorySendGate();

  @Override
  SendGate gate() {
    return gate;
  }
}
