package clipdesk.newsletters.subscriptions;

import java.util.Optional;

/** Rolls of subscribers in memory. */
public final class InMemoryRolls implements Rolls {
  private final InMemorySubscribers subscribers;

  public InMemoryRolls(InMemorySubscribers subscribers) {
    this.subscribers = subscribers;
  }

  @Override
  public Page page(String topic, String bucket, Optional<String> after, int limit) {
    var left =
        subscribers.roll(topic, bucket).stream()
            .filter(it -> after.isEmpty() || it.compareTo(after.get()) > 0)
            .toList();
    var page = left.stream().limit(limit).toList();
    return new Page(
        page, Optional.of(page).filter(it -> it.size() < left.size()).map(it -> it.getLast()));
  }
}
