package clipdesk.newsletters.sending;

import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.Word;

/** An event of SES on its way. */
record SimulatedEvent(DeliveryId id, Word word) {}
