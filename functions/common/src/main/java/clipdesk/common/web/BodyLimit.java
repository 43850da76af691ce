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
 * writes a campaign or corrects a transcript, 1 MiB of official text, 5 MiB of words that were
 * heard, 4 KiB for the forms of mail pages.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyLimit {
  private static final int JSON = 64 * 1024;
  private static final int CAMPAIGN = 256 * 1024;
  private static final int EDITS = 256 * 1024;
  private static final int TEXT = 1024 * 1024;
  private static final int WORDS = 5 * 1024 * 1024;
  private static final int FORM = 4 * 1024;

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    var event = GatewayEvents.of(request);
    var body = event.getBody();
    if (body == null) {
      return;
    }
    int limit = limit(request);
    if (Boolean.TRUE.equals(event.getIsBase64Encoded())
        ? body.length() / 4 * 3L > limit + 2L
        : isLonger(body, limit)) {
      throw new ProblemException(
              ProblemType.PAYLOAD_TOO_LARGE, "The body has more than %d bytes".formatted(limit))
          .with("maxBytes", limit);
    }
  }

  /** A cheap test first: UTF-8 never takes fewer bytes than there are characters. */
  private static boolean isLonger(String body, int limit) {
    return body.length() > limit || body.getBytes(StandardCharsets.UTF_8).length > limit;
  }

  private static int limit(HttpRequest<?> request) {
    var path = request.getPath();
    if (path.startsWith("/v1/editor/campaigns")) {
      return CAMPAIGN;
    }
    if (path.startsWith("/v1/editor/videos/")) {
      return path.endsWith("/words") ? WORDS : path.endsWith("/edits") ? EDITS : TEXT;
    }
    boolean form =
        request
            .getContentType()
            .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
            .isPresent();
    return form ? FORM : JSON;
  }
}
