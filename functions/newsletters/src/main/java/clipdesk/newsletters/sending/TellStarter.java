package clipdesk.newsletters.sending;

import clipdesk.contracts.newsletters.NoticeToMail;
import clipdesk.contracts.newsletters.NoticeToMail.What;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.deliveries.OpenDeliveries;
import clipdesk.newsletters.deliveries.Tally;
import clipdesk.newsletters.subscriptions.Outgoing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells whoever started a campaign what they would have to look for: that it is sent, that the
 * system has paused it, and each day that mails wait for a decision.
 */
final class TellStarter {
  private final OpenDeliveries openDeliveries;
  private final Outgoing outgoing;

  TellStarter(OpenDeliveries openDeliveries, Outgoing outgoing) {
    this.openDeliveries = openDeliveries;
    this.outgoing = outgoing;
  }

  /**
   * @param before what they have been told
   * @return what they have been told now, of what is still so
   */
  Set<String> tell(Campaign campaign, Tally tally, Set<String> before, Instant now) {
    if (campaign.startedBy().isEmpty()) {
      return Set.of();
    }
    long parked = openDeliveries.parked(campaign.id());
    var news = new TreeMap<String, What>();
    if (campaign.is("sent")) {
      news.put("sent#" + campaign.movedAt(), What.SENT);
    }
    if (campaign.pausedReason().filter(it -> !it.equals("editor")).isPresent()) {
      news.put("paused#" + campaign.movedAt(), What.PAUSED);
    }
    if (parked > 0) {
      news.put("parked#" + now.atOffset(ZoneOffset.UTC).toLocalDate(), What.PARKED);
    }
    news.forEach(
        (name, what) -> {
          if (!before.contains(name)) {
            outgoing.mail(
                new NoticeToMail(
                    campaign.id(),
                    campaign.id() + "#" + name,
                    what,
                    campaign.pausedReason().orElse(""),
                    tally.sent(),
                    rows(tally.failed()),
                    rows(tally.skipped()),
                    parked));
          }
        });
    return Set.copyOf(news.keySet());
  }

  private static long rows(Map<String, Long> byReason) {
    return byReason.values().stream().mapToLong(it -> it).sum();
  }
}
