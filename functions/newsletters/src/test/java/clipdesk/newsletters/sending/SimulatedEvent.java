package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Word;

/** An event of SES about a mail of a campaign. */
record SimulatedEvent(DeliveryId id, Word word) {}
