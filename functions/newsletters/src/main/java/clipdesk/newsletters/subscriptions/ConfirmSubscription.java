package clipdesk.newsletters.subscriptions;

import clipdesk.common.digests.Sha256;
import clipdesk.newsletters.OfReaders;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the button behind a mailed link, once; pressed again it changes nothing. */
@OfReaders
@Singleton
public final class ConfirmSubscription {
  private static final int PROOF_BYTES = 8;
  private static final String SOURCE = "public-form";

  private final Confirmations confirmations;
  private final Subscribers subscribers;
  private final Topics topics;
  private final InstantSource clock;

  ConfirmSubscription(
      Confirmations confirmations, Subscribers subscribers, Topics topics, InstantSource clock) {
    this.confirmations = confirmations;
    this.subscribers = subscribers;
    this.topics = topics;
    this.clock = clock;
  }

  /** Empty of a link that is too old, or none; topics are those that still take people, if any. */
  public Optional<Confirmation> asked(String token) {
    return confirmations
        .find(Sha256.hex(token), clock.instant())
        .map(it -> it.about(it.topics().stream().filter(topics::takes).toList()));
  }

  /**
   * @param asked what the link stands for, one topic at least
   * @return the subscriber, who may be one whose address must not be written to
   */
  public Subscriber confirm(String token, Confirmation asked) {
    var hash = Sha256.hex(token);
    var now = clock.instant();
    var subscriber = subscribers.ofAddress(asked.email(), asked.language(), now);
    if (confirmations.unused(hash)) {
      subscribers.apply(subscriber.id(), consents(asked, Sha256.hex(token, PROOF_BYTES)));
      // Afterwards: stopped in between, the next press does it.
      confirmations.use(hash, now);
    }
    return subscriber;
  }

  private List<Consent> consents(Confirmation asked, String proof) {
    var wish =
        Consent.granted(SOURCE, asked.topics(), asked.language(), asked.askedAt())
            .provenBy("confirm:" + proof);
    var consents =
        new ArrayList<>(topics.shown(wish.as(Consent.Action.ASKED), asked.textVersion()));
    consents.addAll(
        topics.shown(
            wish.as(Consent.Action.CONFIRMED).happening(clock.instant()), asked.textVersion()));
    return consents;
  }
}
