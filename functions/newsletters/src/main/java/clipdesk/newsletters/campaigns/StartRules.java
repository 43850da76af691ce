package clipdesk.newsletters.campaigns;

import clipdesk.common.problem.ProblemException;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.subscriptions.Topics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * What must be so when a campaign is started or scheduled: its topic takes campaigns, it goes to
 * about as many as its editor has in mind, and its time is neither too near nor too far. What is
 * sent already goes on, and so do its links.
 */
@OfEditors
@Singleton
final class StartRules {
  private static final double MOST_OFF = 0.05;
  private static final Duration NEAREST = Duration.ofMinutes(1);

  private final Topics topics;
  private final CountAudience countAudience;
  private final InstantSource clock;

  StartRules(Topics topics, CountAudience countAudience, InstantSource clock) {
    this.topics = topics;
    this.countAudience = countAudience;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code validation} less than a minute ahead, or more than a year
   */
  void checkTime(Instant sendAt) {
    var now = clock.instant();
    if (sendAt.isBefore(now.plus(NEAREST))) {
      throw ProblemException.invalid("/sendAt", "too-near", "Must be a minute ahead at least");
    }
    if (sendAt.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant())) {
      throw ProblemException.invalid("/sendAt", "too-far", "Must be a year ahead at most");
    }
  }

  /**
   * @throws ProblemException {@code validation} if the topic is retired, or the audience is larger
   *     or smaller by more than 5 %
   */
  void check(Campaign campaign, OptionalLong expected) {
    if (!topics.takes(campaign.topic())) {
      throw ProblemException.invalid(
          "/state", "unknown-topic", "Its topic takes no campaigns any more");
    }
    expected.ifPresent(it -> requireAudience(campaign, it));
  }

  private void requireAudience(Campaign campaign, long expected) {
    long present = countAudience.of(campaign).total();
    if (Math.abs(present - expected) > MOST_OFF * expected) {
      throw ProblemException.invalid(
          "/expectedAudience", "audience-changed", "There are %d now".formatted(present));
    }
  }
}
