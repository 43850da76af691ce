package clipdesk.newsletters.subscriptions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of somebody who gets another address: of each topic the stricter state wins, so what
 * was switched off by either stays off, and what only one of them has spoken of is as they said.
 */
final class Merge {
  static final String SOURCE = "address-change";

  private static final String BOUNCE = "bounce";

  private Merge() {}

  /**
   * @param before of who moves
   * @param left why the address that is left must not be written to
   * @param there who has the other address
   * @param suppressed why that must not be written to
   * @return what has to be kept of who moves, in this order
   */
  static List<Consent> consents(
      Standing before,
      Optional<String> left,
      Optional<Standing> there,
      Optional<String> suppressed,
      Instant now) {
    var consents = new ArrayList<Consent>();
    // What bounced is an address; what was complained of, or an operator saw, is about a person.
    if (left.filter(BOUNCE::equals).isPresent() && before.status().equals(Standing.SUPPRESSED)) {
      consents.add(Consent.lifted(SOURCE, now));
    }
    there.ifPresent(
        other -> {
          var off =
              before.on().stream().filter(it -> other.topics().containsKey(it) && !other.on(it));
          var on = other.on().stream().filter(it -> !before.topics().containsKey(it));
          add(consents, Consent.withdrawn(SOURCE, off.toList(), now));
          add(consents, Consent.granted(SOURCE, on.toList(), before.language(), now));
        });
    suppressed.ifPresent(it -> consents.add(Consent.suppressed(it, now)));
    return consents;
  }

  /** Why the other address must not be written to from now on. */
  static Optional<String> suppression(
      Standing before, Optional<String> left, Optional<String> there) {
    return there.or(
        () ->
            left.filter(it -> !it.equals(BOUNCE))
                .filter(_ -> before.status().equals(Standing.SUPPRESSED)));
  }

  private static void add(List<Consent> consents, Consent consent) {
    if (!consent.topics().isEmpty()) {
      consents.add(consent);
    }
  }
}
