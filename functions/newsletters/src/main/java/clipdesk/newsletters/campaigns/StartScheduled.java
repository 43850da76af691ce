package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.subscriptions.Topics;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a scheduled campaign at its time, by the very start that an editor makes. What is late by
 * more than {@link #LATEST}, after an outage or of a table that was restored, waits for a person.
 */
public final class StartScheduled {
  private static final Logger LOG = LoggerFactory.getLogger(StartScheduled.class);
  public static final Duration LATEST = Duration.ofHours(6);

  /**
   * More than any clock of ours is wrong. What it takes for now has passed on all of them: nothing
   * starts early, and whoever planners find to be subscribed by then was.
   */
  public static final Duration WRONG_CLOCKS = Duration.ofSeconds(5);

  private final Campaigns campaigns;
  private final MoveCampaign moveCampaign;
  private final Topics topics;
  private final InstantSource clock;

  public StartScheduled(
      Campaigns campaigns, MoveCampaign moveCampaign, Topics topics, InstantSource clock) {
    this.campaigns = campaigns;
    this.moveCampaign = moveCampaign;
    this.topics = topics;
    this.clock = clock;
  }

  /** Does nothing before its time, nor to one that is not as it was read any more. */
  public void look(Campaign scheduled) {
    var now = clock.instant().minus(WRONG_CLOCKS);
    var sendAt = scheduled.sendAt().orElseThrow();
    if (now.isBefore(sendAt)) {
      return;
    }
    if (now.isAfter(sendAt.plus(LATEST))) {
      pause(scheduled, "late");
    } else if (!topics.takes(scheduled.topic())) {
      pause(scheduled, "topic-retired");
    } else {
      moveCampaign.start(scheduled, Change.SYSTEM, now);
    }
  }

  private void pause(Campaign scheduled, String reason) {
    if (campaigns.move(scheduled, "paused", reason, clock.instant())) {
      LOG.error("Campaign {} does not start by itself: {}", scheduled.id(), reason);
    }
  }
}
