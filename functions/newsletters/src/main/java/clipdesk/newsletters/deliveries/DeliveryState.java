package clipdesk.newsletters.deliveries;

import java.util.Arrays;
import java.util.Optional;

/** Where a mail to one recipient stands; the first three are open. */
public enum DeliveryState {
  PENDING,
  CLAIMED,
  /** Nobody knows whether SES took it: a person decides. */
  PARKED,
  SENT,
  FAILED,
  SKIPPED;

  static Optional<DeliveryState> of(String text) {
    return Arrays.stream(values()).filter(it -> it.name().equals(text)).findFirst();
  }
}
