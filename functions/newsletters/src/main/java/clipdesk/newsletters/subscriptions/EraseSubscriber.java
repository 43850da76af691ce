package clipdesk.newsletters.subscriptions;

import java.time.InstantSource;

/**
 * Forgets a person: marked first, so that no mail goes to them from then on; then what waits for
 * their answer, then what their address leads to. Begun again at any step it goes on from there;
 * somebody who came with the address meanwhile is not touched.
 */
public final class EraseSubscriber {
  private final Subscribers subscribers;
  private final Confirmations confirmations;
  private final InstantSource clock;

  public EraseSubscriber(
      Subscribers subscribers, Confirmations confirmations, InstantSource clock) {
    this.subscribers = subscribers;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /**
   * @param source by which way they asked for it
   */
  public void erase(String subscriberId, String source) {
    // By the address as long as it is known: an older key may have been at work.
    subscribers.find(subscriberId).flatMap(Subscriber::email).ifPresent(confirmations::forget);
    subscribers
        .erase(subscriberId, source, clock.instant())
        .ifPresent(
            addressKey -> {
              confirmations.forget(addressKey);
              subscribers.release(subscriberId);
            });
  }
}
