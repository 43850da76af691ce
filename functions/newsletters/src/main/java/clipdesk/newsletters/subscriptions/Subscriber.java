package clipdesk.newsletters.subscriptions;

import clipdesk.common.localisation.Language;

/**
 * Somebody who gets mail.
 *
 * @param status {@code active}, {@code suppressed} or {@code erased}
 */
public record Subscriber(String id, String email, Language language, String status) {
  /** One of 16 partitions of an audience: the first hex character of a hash of the id. */
  public static String bucket(String subscriberId) {
    return Integer.toHexString(Math.floorMod(subscriberId.hashCode(), 16));
  }
}
