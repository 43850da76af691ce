package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import clipdesk.common.json.Rfc3339;
import java.time.Instant;
import java.util.Optional;

/**
 * An instant as somebody told it: with every digit, so that nothing ends a part of a millisecond
 * early, and with their offset, so that they find their own words again.
 *
 * @param text of RFC 3339
 */
public record ToldInstant(String text) {
  public ToldInstant {
    requireNonNull(text);
    if (Rfc3339.instant(text).isEmpty()) {
      throw new IllegalArgumentException("Not an instant of RFC 3339");
    }
  }

  public Instant instant() {
    return Rfc3339.instant(text).orElseThrow();
  }

  static ToldInstant of(String name, Members members) {
    members.instant(name);
    return new ToldInstant(members.text(name));
  }

  static Optional<ToldInstant> optional(String name, Members members) {
    return members.optionalInstant(name).map(present -> of(name, members));
  }
}
