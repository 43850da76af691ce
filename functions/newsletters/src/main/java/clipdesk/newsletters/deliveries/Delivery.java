package clipdesk.newsletters.deliveries;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the ledger.
 *
 * @param claim of whoever sent it last, unless SES surely does not have it
 * @param plannedAt when the row was written
 * @param requeues how often it was hinted at again since it was last claimed
 */
public record Delivery(
    DeliveryId id,
    DeliveryState state,
    Optional<Claim> claim,
    Optional<Instant> plannedAt,
    long requeues,
    Known known) {
  /** Nobody else sends the mail while it holds. */
  public record Claim(String id, Instant at) {}

  public boolean is(DeliveryState other) {
    return state == other;
  }

  /** A person decided that it goes once more. */
  public boolean resent() {
    return known.decision().filter(it -> it.choice() == Decision.Choice.RESEND).isPresent();
  }

  Delivery to(DeliveryState next, Known then) {
    return new Delivery(id, next, claim, plannedAt, requeues, then);
  }

  Delivery knowing(Known then) {
    return to(state, then);
  }

  Delivery free(Known then) {
    return new Delivery(id, DeliveryState.PENDING, Optional.empty(), plannedAt, requeues, then);
  }
}
