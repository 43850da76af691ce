package clipdesk.common.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.web.router.Router;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/**
 * Tells whoever sent a body of another type which ones are taken: {@code Accept-Post} (Linked Data
 * Platform, 7.1), {@code Accept-Patch} (RFC 5789, 3.1), and for a PUT, which has no header of its
 * own, {@code Accept} (RFC 9110, 12.5.1).
 */
@Singleton
final class TakenTypes {
  private static final String ACCEPT_POST = "Accept-Post";

  private final Provider<Router> router;

  TakenTypes(Provider<Router> router) {
    this.router = router;
  }

  void addTo(MutableHttpResponse<?> response, HttpRequest<?> request) {
    var types =
        router.get().findAny(request).stream()
            .filter(route -> route.getRouteInfo().getHttpMethod() == request.getMethod())
            .flatMap(route -> route.getRouteInfo().getConsumes().stream())
            .map(MediaType::getName)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!types.isEmpty()) {
      response.header(headerFor(request.getMethod()), types);
    }
  }

  private static String headerFor(HttpMethod method) {
    return switch (method) {
      case POST -> ACCEPT_POST;
      case PATCH -> HttpHeaders.ACCEPT_PATCH;
      default -> HttpHeaders.ACCEPT;
    };
  }
}
