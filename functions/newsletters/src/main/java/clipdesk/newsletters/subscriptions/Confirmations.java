package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/** What addresses were asked to confirm, and have not yet or will not. */
public interface Confirmations {
  /** Keeps what a link is about by the hash of its token. */
  void put(String tokenHash, Confirmation confirmation, Instant expiresAt);

  /** Empty from the instant at which it expires. */
  Optional<Confirmation> find(String tokenHash, Instant now);

  /** Whether the button behind the link was not pressed yet. */
  boolean unused(String tokenHash);

  /** The button was pressed, and all it stands for is done. */
  void use(String tokenHash, Instant now);

  /** Forgets all that an address has been asked for. */
  void forget(EmailAddress email);

  /** As {@link #forget(EmailAddress)}, by the key of the address. */
  void forget(String addressKey);
}
