package clipdesk.newsletters.feedback;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.contracts.accounts.AccountEvent;
import clipdesk.newsletters.subscriptions.Confirmations;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.InstantSource;
import java.util.Optional;

/** Sessions that ended are refused, and the subscriber of a deleted account is erased. */
final class HearOfAccount {
  private final EndedSessions endedSessions;
  private final Subscribers subscribers;
  private final Confirmations confirmations;
  private final InstantSource clock;

  HearOfAccount(
      EndedSessions endedSessions,
      Subscribers subscribers,
      Confirmations confirmations,
      InstantSource clock) {
    this.endedSessions = endedSessions;
    this.subscribers = subscribers;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /**
   * Refuses from now on whatever the event ends. Confirmations that nobody used are forgotten at
   * once: an account that never subscribed has no other trace of its address here.
   *
   * @return the account to be erased once no request is running that was let in before, if it is
   *     about one
   */
  Optional<String> mark(AccountEvent event) {
    switch (event) {
      case AccountEvent.SessionEnded ended -> endedSessions.sessionEnded(ended.tokenFamily());
      case AccountEvent.SessionsEnded ended ->
          endedSessions.sessionsEnded(ended.accountId(), ended.validAfter());
      case AccountEvent.AccountDeleted deleted -> {
        endedSessions.accountDeleted(deleted.accountId());
        deleted.email().flatMap(EmailAddress::of).ifPresent(confirmations::forget);
        return Optional.of(deleted.accountId());
      }
    }
    return Optional.empty();
  }

  void erase(String accountId) {
    subscribers.ofAccount(accountId).ifPresent(this::erase);
    // Last: an erasure that stopped halfway finds its subscriber by it.
    subscribers.forgetAccount(accountId);
  }

  /** The address is forgotten last: a repetition finds by it what is left. */
  private void erase(Subscriber subscriber) {
    subscriber.email().ifPresent(confirmations::forget);
    subscribers.erase(subscriber.id(), clock.instant());
  }
}
