package clipdesk.newsletters.deliveries;

import java.util.Optional;

/**
 * Those whom a campaign that is over has left without its mail.
 *
 * @param state in which their rows have stayed: FAILED or SKIPPED
 * @param reason of these rows; whatever it was if it is empty
 */
public record PassedOver(String campaignId, DeliveryState state, Optional<String> reason) {
  public PassedOver {
    if (!possible(state)) {
      throw new IllegalArgumentException("Nobody is passed over who is " + state);
    }
  }

  public static boolean possible(DeliveryState state) {
    return state == DeliveryState.FAILED || state == DeliveryState.SKIPPED;
  }

  boolean has(Delivery row) {
    return row.is(state) && (reason.isEmpty() || row.known().reason().equals(reason));
  }
}
