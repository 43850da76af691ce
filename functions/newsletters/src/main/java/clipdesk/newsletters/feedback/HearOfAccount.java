package clipdesk.newsletters.feedback;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.json.UnreadableException;
import clipdesk.common.sessions.EndedSessions;
import clipdesk.contracts.accounts.AccountEvent;
import clipdesk.newsletters.campaigns.EditorAddresses;
import clipdesk.newsletters.subscriptions.Confirmations;
import clipdesk.newsletters.subscriptions.EraseSubscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sessions that ended are refused, the subscriber of an account moves with its address, and the one
 * of a deleted account is erased.
 */
final class HearOfAccount {
  private final EndedSessions endedSessions;
  private final Subscribers subscribers;
  private final Confirmations confirmations;
  private final EraseSubscriber eraseSubscriber;
  private final EditorAddresses editors;
  private final InstantSource clock;

  HearOfAccount(
      EndedSessions endedSessions,
      Subscribers subscribers,
      Confirmations confirmations,
      EraseSubscriber eraseSubscriber,
      EditorAddresses editors,
      InstantSource clock) {
    this.endedSessions = endedSessions;
    this.subscribers = subscribers;
    this.confirmations = confirmations;
    this.eraseSubscriber = eraseSubscriber;
    this.editors = editors;
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
      case AccountEvent.AddressChanged changed -> move(changed);
      case AccountEvent.AccountDeleted deleted -> {
        endedSessions.accountDeleted(deleted.accountId());
        deleted.email().flatMap(EmailAddress::of).ifPresent(it -> forget(deleted, it));
        return Optional.of(deleted.accountId());
      }
    }
    return Optional.empty();
  }

  /** Whoever has the account, or else whoever has the address that it had. */
  private void move(AccountEvent.AddressChanged changed) {
    var to =
        EmailAddress.of(changed.email())
            .orElseThrow(() -> new UnreadableException("email", "must be an address"));
    editors.move(changed.accountId(), to);
    subscribers
        .ofAccount(changed.accountId())
        .or(() -> changed.former().flatMap(EmailAddress::of).flatMap(subscribers::find))
        .ifPresent(
            who -> {
              subscribers.linkAccount(changed.accountId(), who.id());
              subscribers.move(who.id(), to, clock.instant());
            });
  }

  /** What the address got without the account goes with it. */
  private void forget(AccountEvent.AccountDeleted deleted, EmailAddress email) {
    confirmations.forget(email);
    if (subscribers.ofAccount(deleted.accountId()).isEmpty()) {
      subscribers
          .find(email)
          .ifPresent(it -> subscribers.linkAccount(deleted.accountId(), it.id()));
    }
  }

  void erase(String accountId) {
    editors.forget(accountId);
    subscribers
        .ofAccount(accountId)
        .ifPresent(it -> eraseSubscriber.erase(it.id(), "account-page"));
    // Last: an erasure that stopped halfway finds its subscriber by it.
    subscribers.forgetAccount(accountId);
  }
}
