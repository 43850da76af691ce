package clipdesk.newsletters.deliveries;

import clipdesk.newsletters.deliveries.Decision.Choice;
import java.util.List;
import java.util.Optional;

/** Decides about a parked row, unless SES is faster: a late event before the new claim wins. */
public final class DecideDelivery {
  private static final int ROUNDS = 20;
  private static final String ABANDONED = "abandoned";

  private final Deliveries deliveries;
  private final DeliveryChanges changes;

  public DecideDelivery(Deliveries deliveries, DeliveryChanges changes) {
    this.deliveries = deliveries;
    this.changes = changes;
  }

  /**
   * @param row as it was found; empty if there is none
   * @param decided whether it was parked and is as decided now
   */
  public record Answer(Optional<Delivery> row, boolean decided) {}

  public Answer decide(DeliveryId id, Decision decision) {
    for (int round = 0; round < ROUNDS; round++) {
      var rows = deliveries.read(id.campaignId(), List.of(id.subscriberId()));
      if (rows.isEmpty() || !rows.getFirst().is(DeliveryState.PARKED)) {
        return new Answer(rows.stream().findFirst(), false);
      }
      var row = rows.getFirst();
      var then = decided(row, decision);
      if (changes.replace(row, then)) {
        return new Answer(Optional.of(then), true);
      }
    }
    throw new IllegalStateException("The row is changed all the time");
  }

  private static Delivery decided(Delivery parked, Decision decision) {
    var known = parked.known().decided(decision);
    return decision.choice() == Choice.RESEND
        ? parked.free(known)
        : parked.to(DeliveryState.FAILED, known.because(ABANDONED));
  }
}
