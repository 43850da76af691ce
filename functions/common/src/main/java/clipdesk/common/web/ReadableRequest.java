package clipdesk.common.web;

import clipdesk.common.json.UnicodeText;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Refuses with 400 what cannot be read at all, whatever it would mean: a body of JSON that is not
 * UTF-8 (RFC 8259, 8.1), half a surrogate pair in query or headers, an address of more than 2048
 * characters, a header of more than 4096.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ReadableRequest {
  private static final int MAX_ADDRESS = 2048;
  private static final int MAX_HEADER = 4096;

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    var event = GatewayEvents.of(request);
    var query = Query.of(request).all();
    if (addressLength(event.getPath(), query) > MAX_ADDRESS) {
      throw unreadable("The address has more than %d characters".formatted(MAX_ADDRESS));
    }
    if (!wellFormed(query)) {
      throw unreadable("The query is not well-formed Unicode");
    }
    checkHeaders(event);
    if (Boolean.TRUE.equals(event.getIsBase64Encoded()) && hasJson(request)) {
      decode(event.getBody());
    }
  }

  private static void checkHeaders(APIGatewayProxyRequestEvent event) {
    var headers = event.getMultiValueHeaders();
    if (headers == null) {
      return;
    }
    if (headers.values().stream().flatMap(List::stream).anyMatch(it -> it.length() > MAX_HEADER)) {
      throw unreadable("A header has more than %d characters".formatted(MAX_HEADER));
    }
    if (!wellFormed(headers)) {
      throw unreadable("A header is not well-formed Unicode");
    }
  }

  private static int addressLength(String path, Map<String, List<String>> query) {
    int length = path == null ? 0 : path.length();
    for (var parameter : query.entrySet()) {
      for (var value : parameter.getValue()) {
        length += encodedLength(parameter.getKey()) + encodedLength(value) + "&=".length();
      }
    }
    return length;
  }

  private static int encodedLength(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).length();
  }

  private static boolean wellFormed(Map<String, List<String>> texts) {
    return texts.entrySet().stream()
        .allMatch(
            it ->
                UnicodeText.wellFormed(it.getKey())
                    && it.getValue().stream().allMatch(UnicodeText::wellFormed));
  }

  private static boolean hasJson(HttpRequest<?> request) {
    return GatewayEvents.hasBody(request)
        && request.getContentType().filter(type -> type.getSubtype().endsWith("json")).isPresent();
  }

  private static void decode(String body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(body)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw unreadable("The body is not UTF-8");
    }
  }

  private static ProblemException unreadable(String detail) {
    return new ProblemException(ProblemType.BAD_REQUEST, detail);
  }
}
