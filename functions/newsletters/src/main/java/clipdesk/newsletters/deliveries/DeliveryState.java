package clipdesk.newsletters.deliveries;

import java.util.Arrays;
import java.util.Locale;
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

  public boolean open() {
    return compareTo(SENT) < 0;
  }

  /** As it is told: in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DeliveryState> of(String text) {
    return Arrays.stream(values()).filter(it -> it.name().equals(text)).findFirst();
  }

  public static Optional<DeliveryState> told(String text) {
    return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
  }
}
