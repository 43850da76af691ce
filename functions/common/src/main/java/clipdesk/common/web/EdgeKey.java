package clipdesk.common.web;

import java.util.Optional;

/** What the distribution in front of the gateway says with each request, and nobody else knows. */
interface EdgeKey {
  /** Empty where there is no such distribution, or while the key cannot be had. */
  Optional<byte[]> find();
}
