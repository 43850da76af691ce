package clipdesk.newsletters.sending;

import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.campaigns.Campaigns;
import clipdesk.newsletters.campaigns.Letters;
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

  /** If it is being sent. */
  synchronized Optional<Campaign> sending(String id) {
    forgetOther(id);
    var now = clock.instant();
    if (readAt.equals(Instant.MIN) || !now.isBefore(readAt.plus(FRESH))) {
      campaign = campaigns.expect(id);
      readAt = now;
    }
    return campaign.filter(it -> it.is("sending"));
  }

  /** They never change after the start. */
  synchronized Letters letters(String id) {
    forgetOther(id);
    if (letters.isEmpty()) {
      letters = campaigns.letters(id);
    }
    return letters.orElseThrow(() -> new IllegalStateException("Nothing is frozen to be mailed"));
  }

  /** Stops it for a reason, unless somebody else has changed its state meanwhile. */
  synchronized void pause(Campaign sending, String reason) {
    campaigns.move(sending, "paused", reason, clock.instant());
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
