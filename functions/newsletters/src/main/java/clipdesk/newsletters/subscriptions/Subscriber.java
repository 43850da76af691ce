package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.localisation.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Somebody who gets mail.
 *
 * @param email none any more once the person is erased
 * @param status {@code active}, {@code suppressed} or {@code erased}
 */
public record Subscriber(
    String id, Optional<EmailAddress> email, Language language, String status) {
  private static final List<String> BUCKETS =
      IntStream.range(0, 16).mapToObj(Integer::toHexString).toList();

  /** One of 16 partitions of an audience: the last four bits of the id's hash code, in hex. */
  public static String bucket(String subscriberId) {
    return Integer.toHexString(Math.floorMod(subscriberId.hashCode(), 16));
  }

  /** The names of all of them. */
  public static List<String> buckets() {
    return BUCKETS;
  }

  /** Of those in order. */
  public static Optional<String> bucketAfter(String bucket) {
    int next = BUCKETS.indexOf(bucket) + 1;
    return next < BUCKETS.size() ? Optional.of(BUCKETS.get(next)) : Optional.empty();
  }
}
