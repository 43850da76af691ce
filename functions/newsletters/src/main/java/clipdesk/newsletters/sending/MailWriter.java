package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Letters;
import clipdesk.newsletters.subscriptions.Subscriber;

/** Makes a campaign's mail for one recipient, as it goes over the wire. */
interface MailWriter {
  byte[] bytes(Campaign campaign, Letters letters, Subscriber subscriber, EmailAddress email);
}
