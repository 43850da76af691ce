package clipdesk.newsletters.campaigns;

import clipdesk.contracts.newsletters.BucketToPlan;
import clipdesk.contracts.newsletters.BucketToPlan.Mode;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.deliveries.Planning;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.Subscriber;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Schedules or starts a campaign, pauses, resumes or cancels it. What has to follow is told to the
 * planner afterwards, and found by the tick if that word gets lost.
 */
@OfEditors
@Singleton
public final class MoveCampaign {
  private final Campaigns campaigns;
  private final WriteLetters letters;
  private final Planning planning;
  private final Outgoing outgoing;
  private final InstantSource clock;

  public MoveCampaign(
      Campaigns campaigns,
      WriteLetters letters,
      Planning planning,
      Outgoing outgoing,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.letters = letters;
    this.planning = planning;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /**
   * @param campaign as it was read
   * @param to a state that may follow on its own
   * @param by the account of who does it
   * @return false if it is not as it was read any more
   */
  public boolean move(Campaign campaign, String to, String by) {
    var now = clock.instant();
    boolean moved =
        switch (to) {
          case "cancelled" -> campaigns.cancel(campaign, by, now);
          case "paused" -> campaigns.move(campaign, to, "editor", by, now);
          case "draft" -> campaigns.unschedule(campaign, by, now);
          default ->
              campaign.begun()
                  ? campaigns.move(campaign, to, "", by, now)
                  : freeze(campaign, by, now);
        };
    if (moved) {
      tell(campaign, to, /* resumed= */ campaign.begun());
    }
    return moved;
  }

  /**
   * @param sendAt when the tick starts it
   * @return false if it is not as it was read any more
   */
  public boolean schedule(Campaign draft, Instant sendAt, String by) {
    return campaigns.schedule(draft, sendAt, by, clock.instant());
  }

  /** Starts what was not started yet. */
  void start(Campaign campaign, String by, Instant now) {
    if (freeze(campaign, by, now)) {
      tell(campaign, "sending", /* resumed= */ false);
    }
  }

  private boolean freeze(Campaign campaign, String by, Instant now) {
    var content =
        campaigns
            .content(campaign.id())
            .orElseThrow(() -> new IllegalStateException("The texts cannot be read"));
    return campaigns.start(campaign, letters.all(campaign, content), by, now);
  }

  /** The same again for who asks for a state that is reached: its word may have been lost. */
  void repeat(Campaign campaign) {
    tell(campaign, campaign.state(), /* resumed= */ false);
  }

  private void tell(Campaign campaign, String to, boolean resumed) {
    var id = campaign.id();
    switch (to) {
      case "sending" -> {
        planning.segments(id).stream()
            .filter(it -> !it.planned())
            .forEach(it -> outgoing.plan(new BucketToPlan(id, it.bucket(), Mode.PLAN)));
        if (resumed) {
          tellAll(id, Mode.REQUEUE);
        }
      }
      case "cancelled" -> {
        if (campaign.begun()) {
          tellAll(id, Mode.CANCEL);
        }
      }
      default -> {
        // Senders look at the state themselves.
      }
    }
  }

  private void tellAll(String id, Mode mode) {
    Subscriber.buckets().forEach(bucket -> outgoing.plan(new BucketToPlan(id, bucket, mode)));
  }
}
