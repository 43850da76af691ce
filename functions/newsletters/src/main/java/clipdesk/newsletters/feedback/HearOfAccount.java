package clipdesk.newsletters.feedback;

import clipdesk.common.identity.AccountEvent;
import clipdesk.common.identity.SessionMarks;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.InstantSource;

/** Sessions that ended are refused, and an account that was deleted is forgotten. */
final class HearOfAccount {
  private final SessionMarks marks;
  private final Subscribers subscribers;
  private final InstantSource clock;

  HearOfAccount(SessionMarks marks, Subscribers subscribers, InstantSource clock) {
    this.marks = marks;
    this.subscribers = subscribers;
    this.clock = clock;
  }

  /** The mark comes first, so that no later request brings back what is erased. */
  void hear(AccountEvent event) {
    marks.keep(event);
    if (event instanceof AccountEvent.AccountDeleted deleted) {
      subscribers
          .ofAccount(deleted.accountId())
          .ifPresent(it -> subscribers.erase(it.id(), clock.instant()));
    }
  }
}
