package clipdesk.newsletters.sending;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.newsletters.campaigns.Campaign;
import clipdesk.newsletters.deliveries.Deliveries;
import clipdesk.newsletters.deliveries.Delivery;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.sending.Mailer.Outcome;
import clipdesk.newsletters.subscriptions.Subscriber;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mail to one recipient. The order is what keeps it single: bytes, slot, claim, the one call of
 * SES, mark; between claim and call nothing is done that can fail or wait.
 */
final class DeliverMail {
  /** A process that was frozen or starved for so long has lost its claim. */
  static final Duration CLAIM_LIFE = Duration.ofSeconds(20);

  /** Senders that were held up together would else send in a burst above the rate. */
  static final Duration SLOT_LIFE = Duration.ofMillis(250);

  /**
   * Where senders are too few for the rate they would be late all the time. The share of campaigns
   * leaves so much of each second: nobody who is later by no more makes one mail too many of it.
   */
  private static final Duration PLACE_LIFE = Duration.ofMillis(30);

  private static final Logger LOG = LoggerFactory.getLogger(DeliverMail.class);
  private static final int TRIES_AGAINST_THE_RATE = 5;
  private static final Duration TOO_FAST = Duration.ofSeconds(1);

  private final LiveCampaigns live;
  private final Deliveries deliveries;
  private final TakeWord takeWord;
  private final Subscribers subscribers;
  private final MailWriter mail;
  private final Mailer mailer;
  private final Pace pace;
  private final SendQuota quota;
  private final Breaker breaker;
  private final InstantSource clock;

  DeliverMail(
      LiveCampaigns live,
      Deliveries deliveries,
      TakeWord takeWord,
      Subscribers subscribers,
      MailWriter mail,
      Mailer mailer,
      Pace pace,
      SendQuota quota,
      Breaker breaker,
      InstantSource clock) {
    this.live = live;
    this.deliveries = deliveries;
    this.takeWord = takeWord;
    this.subscribers = subscribers;
    this.mail = mail;
    this.mailer = mailer;
    this.pace = pace;
    this.quota = quota;
    this.breaker = breaker;
    this.clock = clock;
  }

  /**
   * @param slot at which it goes
   * @param until after which no slot is waited for
   * @return false if the recipient is to be tried again later
   */
  boolean deliver(Delivery row, Instant slot, Instant until) {
    var id = row.id();
    var campaign = live.letting(row);
    if (campaign.isEmpty()) {
      return true;
    }
    var recipient = subscribers.find(id.subscriberId());
    var email = recipient.flatMap(Subscriber::email);
    if (email.isEmpty()) {
      deliveries.skip(id, "erased");
      return true;
    }
    var bytes = bytes(campaign.get(), recipient.get(), email.get());
    if (bytes.isEmpty()) {
      deliveries.giveUp(id, "render");
      return true;
    }
    var next = Optional.of(slot);
    for (int attempt = 0; attempt < TRIES_AGAINST_THE_RATE; attempt++) {
      if (!awaited(next, until)) {
        return false;
      }
      switch (attempt(row, email.get(), bytes.get())) {
        case SETTLED -> {
          return true;
        }
        case LATER -> {
          return false;
        }
        case TOO_FAST -> next = pace.reserve(1, until);
      }
    }
    return false;
  }

  /** Whether a slot for which nobody was free in time is not to be used any more. */
  boolean isOver(Instant slot) {
    return clock.instant().isAfter(slot.plus(PLACE_LIFE));
  }

  private enum Turn {
    SETTLED,
    LATER,
    TOO_FAST
  }

  private Optional<byte[]> bytes(Campaign campaign, Subscriber recipient, EmailAddress email) {
    try {
      return Optional.of(mail.bytes(campaign, live.letters(campaign.id()), recipient, email));
    } catch (RuntimeException e) {
      // Its words may quote the address.
      LOG.error("No mail can be made for {}: {}", recipient.id(), e.getClass().getName());
      return Optional.empty();
    }
  }

  private boolean awaited(Optional<Instant> first, Instant until) {
    for (var slot = first;
        slot.filter(it -> !it.isAfter(until)).isPresent();
        slot = pace.reserve(1, until)) {
      pace.await(slot.get());
      if (!clock.instant().isAfter(slot.get().plus(SLOT_LIFE))) {
        return true;
      }
    }
    return false;
  }

  private Turn attempt(Delivery row, EmailAddress email, byte[] bytes) {
    var id = row.id();
    var campaign = live.letting(row);
    if (campaign.isEmpty()) {
      return Turn.SETTLED;
    }
    var claim = UUID.randomUUID().toString();
    var claimedAt = clock.instant();
    switch (deliveries.claim(id, campaign.get().topic(), email, claim, claimedAt)) {
      case HELD -> {
        // Sent below.
      }
      case TAKEN -> {
        return Turn.SETTLED;
      }
      case MOVED -> {
        return Turn.LATER;
      }
      case UNSUBSCRIBED -> {
        return skipped(id, "unsubscribed");
      }
      case SUPPRESSED -> {
        return skipped(id, "suppressed");
      }
      case ERASED -> {
        return skipped(id, "erased");
      }
    }
    if (clock.instant().isAfter(claimedAt.plus(CLAIM_LIFE))) {
      LOG.warn("Claim {} is too old to be sent", claim);
      return Turn.SETTLED;
    }
    var outcome = mailer.send(email, bytes, tags(id, claim));
    return mark(id, claim, outcome, campaign.get());
  }

  private Turn skipped(DeliveryId id, String reason) {
    deliveries.skip(id, reason);
    return Turn.SETTLED;
  }

  private static Map<String, String> tags(DeliveryId id, String claim) {
    return Map.of(
        "kind", "campaign",
        "campaign", id.campaignId(),
        "bucket", id.bucket(),
        "recipient", id.subscriberId(),
        "claim", claim);
  }

  /** An event may have been faster, or the row is parked, or somebody has decided about it. */
  private void accepted(DeliveryId id, String claim, String messageId) {
    if (!deliveries.accepted(id, claim, messageId)) {
      takeWord.take(id, new Word(Word.Kind.ANSWER, claim, messageId, clock.instant()));
    }
  }

  private Turn mark(DeliveryId id, String claim, Outcome outcome, Campaign campaign) {
    var turn =
        switch (outcome) {
          case Outcome.Accepted(var messageId) -> {
            accepted(id, claim, messageId);
            quota.sent();
            yield Turn.SETTLED;
          }
          case Outcome.Throttled _ -> {
            deliveries.release(id, claim, "throttled");
            pace.slowDown(TOO_FAST);
            yield Turn.TOO_FAST;
          }
          case Outcome.OverQuota _ -> {
            deliveries.release(id, claim, "daily-quota");
            quota.refused();
            live.pause(campaign, "daily-quota");
            yield Turn.SETTLED;
          }
          case Outcome.SenderRefused(var reason) -> {
            deliveries.release(id, claim, reason);
            LOG.error("SES takes nothing of this sender: {}", reason);
            live.pause(campaign, "sender-config");
            yield Turn.SETTLED;
          }
          case Outcome.Rejected(var reason) -> {
            deliveries.fail(id, claim, reason);
            yield Turn.SETTLED;
          }
          case Outcome.NeverSent(var reason) -> {
            deliveries.release(id, claim, reason);
            yield Turn.LATER;
          }
          // The claim stays: only an event of SES, or a person, can say what became of it.
          case Outcome.Unknown _ -> Turn.SETTLED;
        };
    breaker.after(campaign, outcome).ifPresent(reason -> live.pause(campaign, reason));
    return turn;
  }
}
