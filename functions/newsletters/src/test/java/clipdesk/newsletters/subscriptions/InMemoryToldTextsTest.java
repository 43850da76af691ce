package clipdesk.newsletters.subscriptions;

final class InMemoryToldTextsTest extends ToldTextsContract {
  private final InMemoryToldTexts texts = new InMemoryToldTexts();

  @Override
  ToldTexts texts() {
    return texts;
  }
}
