package clipdesk.common.web;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The body of a request as bytes, whatever its type: what a file is, its reader finds out. */
public final class RawBody {
  private RawBody() {}

  /**
   * @return empty if there is no body
   * @throws ProblemException {@code bad-request} if the gateway's encoding is broken
   */
  public static byte[] of(HttpRequest<?> request) {
    var event = GatewayEvents.of(request);
    var body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    if (!Boolean.TRUE.equals(event.getIsBase64Encoded())) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "The body cannot be read");
    }
  }
}
