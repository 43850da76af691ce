package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.InMemoryCampaignCounts;
import clipdesk.newsletters.deliveries.InMemoryDeliveries;
import clipdesk.newsletters.deliveries.InMemoryOpenDeliveries;
import clipdesk.newsletters.deliveries.InMemoryPlanning;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;

/** What the table of a simulated world holds. */
record SimulatedPorts(
    Campaigns campaigns,
    InMemoryPlanning planning,
    InMemoryDeliveries deliveries,
    InMemoryOpenDeliveries openDeliveries,
    InMemoryCampaignCounts counts,
    InMemorySubscribers subscribers) {}
