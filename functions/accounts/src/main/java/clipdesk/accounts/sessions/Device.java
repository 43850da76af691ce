package clipdesk.accounts.sessions;

import java.util.Optional;

/**
 * Where a sign-in came from, in what its owner may recognise.
 *
 * @param network an IPv4 address, or the first 64 bits of an IPv6 one
 * @param userAgent what the browser says of itself, its beginning
 */
public record Device(String network, Optional<String> userAgent) {
  private static final int MAX_USER_AGENT = 256;

  public Device {
    userAgent =
        userAgent
            .map(text -> text.substring(0, Math.min(text.length(), MAX_USER_AGENT)).strip())
            .filter(text -> !text.isEmpty());
  }
}
