package clipdesk.newsletters.subscriptions;

final class InMemoryTopicsTest extends TopicStoreContract {
  private final TopicStore topics = new InMemoryTopics();

  @Override
  TopicStore topics() {
    return topics;
  }
}
