package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.Letters;
import clipdesk.newsletters.deliveries.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The campaign that is worked on: its state at most a second old, its letters read once. */
final class LiveCampaigns {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Campaigns campaigns;
  private final InstantSource clock;
  private String known = "";
  private Optional<Campaign> campaign = Optional.empty();
  private Optional<Letters> letters = Optional.empty();
  private Instant readAt = Instant.MIN;

  LiveCampaigns(Campaigns campaigns, InstantSource clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** If this row of it may go: it is being sent, or somebody decided so afterwards. */
  Optional<Campaign> letting(Delivery row) {
    return find(row.id().campaignId())
        .filter(it -> it.is("sending") || (it.is("sent") && row.resent()));
  }

  private synchronized Optional<Campaign> find(String id) {
    forgetOther(id);
    var now = clock.instant();
    if (readAt.equals(Instant.MIN) || !now.isBefore(readAt.plus(FRESH))) {
      campaign = campaigns.expect(id);
      readAt = now;
    }
    return campaign;
  }

  /** They never change after the start. */
  synchronized Letters letters(String id) {
    forgetOther(id);
    if (letters.isEmpty()) {
      letters = campaigns.letters(id);
    }
    return letters.orElseThrow(() -> new IllegalStateException("Nothing is frozen to be mailed"));
  }

  /** Stops it for a reason, unless it is at its end or somebody else has changed its state. */
  synchronized void pause(Campaign let, String reason) {
    // Whoever changed something else meanwhile does not keep it going.
    var found = Optional.of(let);
    while (found.filter(it -> it.is("sending")).isPresent()
        && !campaigns.move(found.get(), "paused", reason, clock.instant())) {
      found = campaigns.expect(let.id());
    }
    readAt = Instant.MIN;
  }

  private void forgetOther(String id) {
    if (!known.equals(id)) {
      known = id;
      readAt = Instant.MIN;
      letters = Optional.empty();
    }
  }
}
