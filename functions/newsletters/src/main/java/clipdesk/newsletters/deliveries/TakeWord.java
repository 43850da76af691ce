package clipdesk.newsletters.deliveries;

import clipdesk.common.logging.EmfCount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a word about one mail; twice, late or in any order it is the same. */
public final class TakeWord {
  private static final Logger LOG = LoggerFactory.getLogger(TakeWord.class);
  private static final int ROUNDS = 20;

  private final Deliveries deliveries;
  private final DeliveryChanges changes;

  public TakeWord(Deliveries deliveries, DeliveryChanges changes) {
    this.deliveries = deliveries;
    this.changes = changes;
  }

  /** A row that there is none of stays so: foreign tags make nothing. */
  public void take(DeliveryId id, Word word) {
    var glimpsed = deliveries.glimpse(id).flatMap(row -> changed(row, word));
    if (glimpsed.isPresent()) {
      tell(id, word, glimpsed.get());
      return;
    }
    for (int round = 0; round < ROUNDS; round++) {
      var rows = deliveries.read(id.campaignId(), List.of(id.subscriberId()));
      if (rows.isEmpty()) {
        return;
      }
      var row = rows.getFirst();
      var heard = Hearing.of(row, word);
      if (heard.then().equals(row) || changes.replace(row, heard.then())) {
        tell(id, word, heard.alarm());
        return;
      }
    }
    throw new IllegalStateException("The row is changed all the time");
  }

  /** What to tell, if the row was as it was seen and is another now. */
  private Optional<Hearing.Alarm> changed(Delivery seen, Word word) {
    var heard = Hearing.of(seen, word);
    return heard.then().equals(seen) || !changes.replace(seen, heard.then())
        ? Optional.empty()
        : Optional.of(heard.alarm());
  }

  private void tell(DeliveryId id, Word word, Hearing.Alarm alarm) {
    switch (alarm) {
      case NONE -> {
        // Nothing to be told.
      }
      case DUPLICATE -> {
        changes.duplicate(id, word.messageId(), word.at());
        LOG.error("Campaign {}: two mails to {}", id.campaignId(), id.subscriberId());
        EmfCount.print("KnownDuplicates", Map.of());
      }
      case UNEXPECTED -> {
        LOG.error(
            "Campaign {}: a mail to {} that was not sent", id.campaignId(), id.subscriberId());
        EmfCount.print("UnexpectedSends", Map.of());
      }
    }
  }
}
