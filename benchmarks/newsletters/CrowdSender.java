package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.deliveries.CampaignCounts;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.DeliveryChanges;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Instant;
import java.util.Optional;

/** A sender with nothing in its way: everybody is one person, and SES takes every mail at once. */
final class CrowdSender {
  private static final int RATE = 1_000;
  private static final int MAIL_BYTES = 60_000;

  private CrowdSender() {}

  static DeliverCampaign of(
      Campaigns campaigns,
      Deliveries deliveries,
      DeliveryChanges changes,
      CampaignCounts counts,
      Subscribers subscribers,
      Instant now) {
    var pace = new RecordedPace(now);
    pace.rate(RATE);
    var quota = StartedCampaign.quota(RATE, pace);
    var live = new LiveCampaigns(campaigns, pace);
    var person =
        new Subscriber(
            "s", Optional.of(new EmailAddress("s@press.example")), Language.EN, "active");
    var mail =
        new DeliverMail(
            live,
            deliveries,
            new TakeWord(deliveries, changes),
            Rewired.but(Subscribers.class, subscribers, "find", _ -> Optional.of(person)),
            (_, _, _, _) -> new byte[MAIL_BYTES],
            (_, _, _) -> new Mailer.Outcome.Accepted("m"),
            pace,
            quota,
            new Breaker(new InMemorySetbacks()),
            pace);
    return new DeliverCampaign(live, deliveries, mail, counts, pace, quota, new InTurn());
  }
}
