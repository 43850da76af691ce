package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.mail.MimeMail;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.Deliveries;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.Keyed;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.UnsubscribeLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a campaign to some recipients, each at its slot. The order is what keeps mails single: wait
 * and render first, then read whether the person still wants it, claim, call SES once, mark.
 */
final class DeliverCampaign {
  private final Campaigns campaigns;
  private final Deliveries deliveries;
  private final Subscribers subscribers;
  private final Mailer mailer;
  private final Pace pace;
  private final SendQuota quota;
  private final Keyed keyed;
  private final NewslettersConfig config;
  private final InstantSource clock;

  DeliverCampaign(
      Campaigns campaigns,
      Deliveries deliveries,
      Subscribers subscribers,
      Mailer mailer,
      Pace pace,
      SendQuota quota,
      Keyed keyed,
      NewslettersConfig config,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.deliveries = deliveries;
    this.subscribers = subscribers;
    this.mailer = mailer;
    this.pace = pace;
    this.quota = quota;
    this.keyed = keyed;
    this.config = config;
    this.clock = clock;
  }

  /**
   * @return whom it did not come to, because no more mails may be sent today
   */
  List<String> deliver(String campaignId, String bucket, List<String> recipients) {
    if (quota.usedUp()) {
      return recipients;
    }
    var first = pace.reserve(recipients.size());
    for (int i = 0; i < recipients.size(); i++) {
      waitUntil(first.plus(pace.slot().multipliedBy(i)));
      // Read again for each: a pause bites before the next mail.
      var campaign = campaigns.expect(campaignId).filter(it -> it.state().equals("sending"));
      if (campaign.isEmpty()) {
        return List.of();
      }
      if (quota.usedUp() || !deliver(campaign.get(), bucket, recipients.get(i))) {
        return recipients.subList(i, recipients.size());
      }
    }
    return List.of();
  }

  /** Whether it is settled, for now or for good. */
  private boolean deliver(Campaign campaign, String bucket, String subscriberId) {
    var subscriber = subscribers.find(subscriberId).filter(it -> it.status().equals("active"));
    var email = subscriber.flatMap(Subscriber::email);
    boolean wanted = subscribers.topicsOf(subscriberId).contains(campaign.topic());
    if (email.isEmpty() || !wanted) {
      deliveries.close(
          campaign.id(),
          bucket,
          subscriberId,
          "PENDING",
          "SKIPPED",
          email.isEmpty() ? "suppressed" : "unsubscribed");
      return true;
    }
    var mail = mail(campaign, subscriber.get(), email.get());
    var claim = UUID.randomUUID().toString();
    return !deliveries.claim(campaign.id(), bucket, subscriberId, claim, clock.instant())
        || send(campaign, bucket, subscriberId, mail, claim);
  }

  private boolean send(
      Campaign campaign, String bucket, String subscriberId, MimeMail mail, String claim) {
    var tags =
        Map.of(
            "kind", "campaign",
            "campaign", campaign.id(),
            "bucket", bucket,
            "recipient", subscriberId,
            "claim", claim);
    switch (mailer.send(mail, tags)) {
      case Outcome.Accepted(var messageId) -> {
        quota.sent();
        deliveries.sent(campaign.id(), bucket, subscriberId, claim, messageId);
      }
      case Outcome.OverQuota() -> {
        quota.refused();
        deliveries.close(campaign.id(), bucket, subscriberId, "CLAIMED", "PENDING", "daily-quota");
        return false;
      }
      case Outcome.Refused(var reason) -> {
        deliveries.close(campaign.id(), bucket, subscriberId, "CLAIMED", "PENDING", reason);
        throw new IllegalStateException("SES does not take mail now: " + reason);
      }
      case Outcome.Rejected(var reason) ->
          deliveries.close(campaign.id(), bucket, subscriberId, "CLAIMED", "FAILED", reason);
      case Outcome.Unknown _ -> {
        // The claim stays: only an event of SES, or a person, can say what became of it.
      }
    }
    return true;
  }

  private MimeMail mail(Campaign campaign, Subscriber subscriber, EmailAddress email) {
    var token = new UnsubscribeLink(subscriber.id(), campaign.id(), campaign.topic()).token(keyed);
    var url = config.publicBaseUrl() + "/v1/u/" + token;
    var letter = campaign.letter(subscriber.language()).withLink(url);
    var headers = new LinkedHashMap<String, String>();
    headers.put("Reply-To", config.replyTo());
    headers.put("List-Unsubscribe", "<" + url + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("List-Id", "<" + campaign.topic() + "." + host(config.publicBaseUrl()) + ">");
    headers.put("X-Clipdesk-Campaign", campaign.id());
    return new MimeMail(
        config.from(),
        email,
        letter.subject(),
        letter.text(),
        letter.html(),
        subscriber.language(),
        headers);
  }

  private static String host(URI address) {
    return address.getHost();
  }

  private void waitUntil(Instant slot) {
    var left = Duration.between(clock.instant(), slot);
    if (left.isPositive()) {
      LockSupport.parkNanos(left.toNanos());
    }
  }
}
