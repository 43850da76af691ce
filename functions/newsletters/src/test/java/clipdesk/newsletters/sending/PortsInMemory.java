package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.InMemoryCampaigns;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.subscriptions.InMemoryConfirmationLimits;
import clipdesk.newsletters.subscriptions.InMemoryConfirmations;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.InstantSource;

/** All ports of the one table, in memory. */
record PortsInMemory(
    InMemoryCampaigns campaigns,
    InMemoryPlanning planning,
    InMemoryDeliveries deliveries,
    InMemoryOpenDeliveries openDeliveries,
    InMemoryCampaignCounts counts,
    InMemorySubscribers subscribers,
    InMemoryConfirmations confirmations,
    InMemoryConfirmationLimits limits,
    InMemoryMailboxes mailboxes) {
  static PortsInMemory empty() {
    var subscribers = new InMemorySubscribers();
    var planning = new InMemoryPlanning(subscribers);
    var ledger = new InMemoryDeliveries(subscribers);
    return new PortsInMemory(
        new InMemoryCampaigns(planning),
        planning,
        ledger,
        new InMemoryOpenDeliveries(ledger),
        new InMemoryCampaignCounts(ledger),
        subscribers,
        new InMemoryConfirmations(),
        new InMemoryConfirmationLimits(),
        new InMemoryMailboxes(subscribers));
  }

  PlanBucket planner(Outgoing outgoing, SideBySide sideBySide, InstantSource clock) {
    return new PlanBucket(
        campaigns, deliveries, openDeliveries, planning, outgoing, sideBySide, clock);
  }
}
