package clipdesk.common.web;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;

/**
 * Refuses bodies over the limit before anything reads them: 64 KiB of JSON, 256 KiB where an editor
 * writes a campaign, 4 KiB for the forms of mail pages.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyLimit {
  private static final int JSON = 64 * 1024;
  private static final int CAMPAIGN = 256 * 1024;
  private static final int FORM = 4 * 1024;

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    var body = GatewayEvents.of(request).getBody();
    if (body == null) {
      return;
    }
    int limit = limit(request);
    // A cheap test first: UTF-8 never takes fewer bytes than there are characters.
    if (body.length() > limit || body.getBytes(StandardCharsets.UTF_8).length > limit) {
      throw new ProblemException(
              ProblemType.PAYLOAD_TOO_LARGE, "The body has more than %d bytes".formatted(limit))
          .with("maxBytes", limit);
    }
  }

  private static int limit(HttpRequest<?> request) {
    if (request.getPath().startsWith("/v1/editor/campaigns")) {
      return CAMPAIGN;
    }
    boolean form =
        request
            .getContentType()
            .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
            .isPresent();
    return form ? FORM : JSON;
  }
}
