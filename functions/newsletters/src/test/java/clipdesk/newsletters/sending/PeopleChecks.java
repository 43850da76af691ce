package clipdesk.newsletters.sending;

import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.ReplayedConsents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What must hold at the end of people, and of mails that are of no campaign. */
final class PeopleChecks {
  private static final Duration BETWEEN_LINKS = Duration.ofMinutes(15);

  private final InMemorySubscribers subscribers;
  private final SimulatedSes ses;
  private final Consumer<String> violated;

  PeopleChecks(InMemorySubscribers subscribers, SimulatedSes ses, Consumer<String> violated) {
    this.subscribers = subscribers;
    this.ses = ses;
    this.violated = violated;
  }

  /**
   * @param known all who ever had an id
   */
  void everybody(List<String> known, Instant now) {
    ses.linked().forEach(this::links);
    ses.singles()
        .forEach(
            (mail, times) -> {
              if (times > 1) {
                violated.accept("I9: " + mail + " was mailed " + times + " times");
              }
            });
    ReplayedConsents.problems(subscribers, known, now).forEach(it -> violated.accept("I10: " + it));
  }

  /** I9. */
  private void links(String mail, List<Instant> times) {
    for (int next = 1; next < times.size(); next++) {
      var pause = Duration.between(times.get(next - 1), times.get(next));
      if (pause.compareTo(BETWEEN_LINKS) < 0) {
        violated.accept("I9: another " + mail + " after " + pause);
      }
    }
  }
}
