package clipdesk.newsletters.campaigns;

import clipdesk.common.problem.ProblemException;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.subscriptions.Audiences;
import clipdesk.newsletters.subscriptions.Topics;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/**
 * What must be so when a draft is started: its topic takes campaigns, and it goes to about as many
 * as its editor has in mind. What is sent already goes on, and so do its links.
 */
@OfEditors
@Singleton
final class StartRules {
  private static final double MOST_OFF = 0.05;

  private final Topics topics;
  private final Audiences audiences;

  StartRules(Topics topics, Audiences audiences) {
    this.topics = topics;
    this.audiences = audiences;
  }

  /**
   * @throws ProblemException {@code validation} if the topic is retired, or the audience is larger
   *     or smaller by more than 5 %
   */
  void check(String topic, OptionalLong expected) {
    if (!topics.takes(topic)) {
      throw ProblemException.invalid(
          "/state", "unknown-topic", "Its topic takes no campaigns any more");
    }
    expected.ifPresent(it -> requireAudience(topic, it));
  }

  private void requireAudience(String topic, long expected) {
    long present = audiences.of(topic).total();
    if (Math.abs(present - expected) > MOST_OFF * expected) {
      throw ProblemException.invalid(
          "/expectedAudience", "audience-changed", "There are %d now".formatted(present));
    }
  }
}
