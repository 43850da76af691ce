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
    userAgent = userAgent.map(Device::beginning).filter(text -> !text.isEmpty());
  }

  private static String beginning(String text) {
    int characters = text.codePointCount(0, text.length());
    int end = text.offsetByCodePoints(0, Math.min(characters, MAX_USER_AGENT));
    return text.substring(0, end).strip();
  }
}
