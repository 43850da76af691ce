package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What came back, in memory. */
public final class InMemoryMailboxes implements Mailboxes {
  private final InMemorySubscribers subscribers;
  private final Map<String, Set<String>> slow = new HashMap<>();

  public InMemoryMailboxes(InMemorySubscribers subscribers) {
    this.subscribers = subscribers;
  }

  @Override
  public int slow(String subscriberId, String campaignId) {
    if (subscribers.find(subscriberId).isEmpty()) {
      return 0;
    }
    var campaigns = slow.computeIfAbsent(subscriberId, _ -> new HashSet<>());
    campaigns.add(campaignId);
    return campaigns.size();
  }

  @Override
  public void works(String subscriberId) {
    slow.remove(subscriberId);
  }

  @Override
  public boolean refused(EmailAddress email) {
    return subscribers.suppressed(email);
  }
}
