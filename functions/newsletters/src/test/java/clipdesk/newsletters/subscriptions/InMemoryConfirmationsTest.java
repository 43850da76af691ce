package clipdesk.newsletters.subscriptions;

final class InMemoryConfirmationsTest extends ConfirmationsContract {
  private final Confirmations confirmations = new InMemoryConfirmations();

  @Override
  Confirmations confirmations() {
    return confirmations;
  }
}
