package clipdesk.newsletters.feedback;

import clipdesk.common.logging.EmfCount;
import clipdesk.newsletters.deliveries.DeliveryId;
import clipdesk.newsletters.deliveries.TakeWord;
import clipdesk.newsletters.deliveries.Word;
import clipdesk.newsletters.subscriptions.Mailboxes;
import clipdesk.newsletters.subscriptions.Subscribers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a mail: sent for certain, or to an address not to be written to again. */
final class TakeFeedback {
  /**
   * So many campaigns in a row that came back, without one that arrived: it is no passing thing.
   */
  static final int SLOW_TOO_OFTEN = 5;

  private static final Logger LOG = LoggerFactory.getLogger(TakeFeedback.class);

  private final TakeWord takeWord;
  private final Subscribers subscribers;
  private final Mailboxes mailboxes;
  private final InstantSource clock;

  TakeFeedback(
      TakeWord takeWord, Subscribers subscribers, Mailboxes mailboxes, InstantSource clock) {
    this.takeWord = takeWord;
    this.subscribers = subscribers;
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  /**
   * @param mail the event's own member of this name
   */
  void take(Map<String, Object> event, Map<?, ?> mail) {
    var type = String.valueOf(event.get("eventType"));
    var meaning = Meaning.of(type, event);
    if (meaning.isEmpty()) {
      LOG.info("An event of type {} changes nothing", type);
      return;
    }
    var tags = mail.get("tags") instanceof Map<?, ?> map ? map : Map.of();
    var campaign = tag(tags, "campaign");
    var recipient = tag(tags, "recipient");
    if (campaign.isPresent() && recipient.isPresent()) {
      var claim = tag(tags, "claim").orElse("");
      var messageId = String.valueOf(mail.get("messageId"));
      takeWord.take(
          new DeliveryId(campaign.get(), recipient.get()),
          new Word(meaning.get().word(), claim, messageId, at(mail)));
      ofRecipient(meaning.get(), recipient.get(), campaign.get());
    } else {
      ofSingleMail(meaning.get(), type, tag(tags, "address"));
    }
  }

  private void ofRecipient(Meaning meaning, String recipient, String campaign) {
    switch (meaning) {
      case GONE -> subscribers.suppress(recipient, "bounce", clock.instant());
      case COMPLAINED -> subscribers.suppress(recipient, "complaint", clock.instant());
      case SLOW -> {
        if (mailboxes.slow(recipient, campaign) >= SLOW_TOO_OFTEN) {
          subscribers.suppress(recipient, "bounce", clock.instant());
        }
      }
      case DELIVERED -> mailboxes.works(recipient);
      case TAKEN, UNWELCOME, REJECTED -> {
        // Nothing about the mailbox.
      }
    }
  }

  /**
   * Of a confirmation, a test or a code.
   *
   * @param address its keyed hash; codes of accounts carry none
   */
  private void ofSingleMail(Meaning meaning, String type, Optional<String> address) {
    if (meaning != Meaning.GONE && meaning != Meaning.COMPLAINED) {
      return;
    }
    EmfCount.print("OtherMailsReturned", Map.of("type", type));
    var reason = meaning == Meaning.GONE ? "bounce" : "complaint";
    address.ifPresent(it -> subscribers.suppressAddress(it, reason, clock.instant()));
  }

  /** As SES says, unless that is nonsense. */
  private Instant at(Map<?, ?> mail) {
    var now = clock.instant();
    try {
      var told = Instant.parse(String.valueOf(mail.get("timestamp")));
      return told.isAfter(now) ? now : told;
    } catch (DateTimeException e) {
      return now;
    }
  }

  private static Optional<String> tag(Map<?, ?> tags, String name) {
    return tags.get(name) instanceof List<?> values && !values.isEmpty()
        ? Optional.of(String.valueOf(values.getFirst()))
        : Optional.empty();
  }
}
