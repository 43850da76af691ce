package clipdesk.common.web;

import clipdesk.common.aws.Secrets;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The network that a request comes from: an IPv4 address, or the first 64 bits of an IPv6 one, of
 * which one household has all the rest.
 *
 * <p>The gateway knows who called it, and behind CloudFront that is an edge with thousands of
 * people behind it. Their own address comes in a header, which anybody could send, and is believed
 * only beside the key of our distribution (docs/decisions/0046).
 */
public final class CallerNetwork {
  static final String KEY = "X-Clipdesk-Edge";

  /** Set by our distribution for each request, whatever came: an address. */
  static final String VIEWER = "X-Clipdesk-Viewer";

  /** CloudFront's own, where a distribution can send it: an address and a port. */
  static final String VIEWER_ADDRESS = "CloudFront-Viewer-Address";

  private static final String UNKNOWN = "unknown";
  private static final int IPV4_BYTES = 4;
  private static final int NETWORK_BYTES = 8;

  private final EdgeKey key;

  CallerNetwork(EdgeKey key) {
    this.key = key;
  }

  /**
   * @param secrets asked for once somebody shows a key
   * @param edgeKeyArn of the distribution's key; empty where there is no distribution
   */
  public static CallerNetwork of(Supplier<Secrets> secrets, Optional<String> edgeKeyArn) {
    return new CallerNetwork(new SecretsManagerEdgeKey(secrets, edgeKeyArn));
  }

  /** Never empty: {@code unknown} where even the gateway says nothing. */
  public String of(HttpRequest<?> request) {
    return viewer(request)
        .or(() -> GatewayEvents.sourceIp(request).flatMap(CallerNetwork::network))
        .orElse(UNKNOWN);
  }

  private Optional<String> viewer(HttpRequest<?> request) {
    boolean throughOurEdge =
        single(request, KEY)
            .filter(shown -> key.find().filter(same(shown)).isPresent())
            .isPresent();
    if (!throughOurEdge) {
      return Optional.empty();
    }
    return single(request, VIEWER)
        .or(() -> single(request, VIEWER_ADDRESS).map(CallerNetwork::withoutPort))
        .flatMap(CallerNetwork::network);
  }

  /** In a time that tells nothing of how far they agree. */
  private static Predicate<byte[]> same(String shown) {
    return right -> MessageDigest.isEqual(right, shown.getBytes(StandardCharsets.UTF_8));
  }

  /** A header that comes twice is somebody's attempt. */
  private static Optional<String> single(HttpRequest<?> request, String name) {
    var values = request.getHeaders().getAll(name);
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /** {@code 192.0.2.7:50123}, {@code 2001:db8::1:50123} or {@code [2001:db8::1]:50123}. */
  private static String withoutPort(String address) {
    int colon = address.lastIndexOf(':');
    return address.substring(0, Math.max(0, colon)).replaceAll("[\\[\\]]", "");
  }

  static Optional<String> network(String address) {
    try {
      var literal = InetAddress.ofLiteral(address);
      var bytes = literal.getAddress();
      return Optional.of(
          bytes.length == IPV4_BYTES
              ? literal.getHostAddress()
              : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64");
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
