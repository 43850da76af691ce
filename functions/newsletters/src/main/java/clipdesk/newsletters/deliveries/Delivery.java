package clipdesk.newsletters.deliveries;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the ledger.
 *
 * @param claim of whoever is sending it, if it is claimed or parked
 * @param plannedAt when the row was written; of an open row only
 * @param requeues how often it was hinted at again since it was last claimed
 */
public record Delivery(
    DeliveryId id,
    DeliveryState state,
    Optional<Claim> claim,
    Optional<Instant> plannedAt,
    long requeues) {
  /** Nobody else sends the mail while it holds. */
  public record Claim(String id, Instant at) {}
}
