package clipdesk.common.web;

import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;

/** Strong tags {@code "v7"} of what has a version, and the conditions that name them. */
public final class EntityTags {
  private EntityTags() {}

  /** The value of {@code ETag} (RFC 9110, 8.8.3). */
  public static String of(long version) {
    return "\"v" + version + "\"";
  }

  /**
   * Lets a change pass only if it was made to the present version. Compared strongly (RFC 9110,
   * 13.1.1), among all tags that are named; {@code *} names none, as it would pass over whatever
   * somebody else wrote.
   *
   * @throws ProblemException {@code precondition-required} or {@code precondition-failed} unless
   *     {@code If-Match} names the version
   */
  public static void require(HttpRequest<?> request, long version) {
    var named = named(request);
    if (named.isEmpty()) {
      throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, "Send If-Match");
    }
    if (!named.contains(of(version))) {
      throw stale(version);
    }
  }

  /**
   * Lets something be made only where there is nothing yet.
   *
   * @throws ProblemException {@code precondition-required} unless {@code If-None-Match} is {@code
   *     *}; {@code precondition-failed} if a version is named
   */
  public static void requireNone(HttpRequest<?> request) {
    if (!named(request).isEmpty()) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED, "There is nothing yet");
    }
    if (!wantsNone(request)) {
      throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, "Send If-None-Match: *");
    }
  }

  /** Whether a change is to be made only where there is nothing yet. */
  public static boolean wantsNone(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .anyMatch(header -> header.strip().equals("*"));
  }

  /** Whether {@code If-Match} names a version. */
  public static boolean names(HttpRequest<?> request, long version) {
    return named(request).contains(of(version));
  }

  private static List<String> named(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.IF_MATCH).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(String::strip)
        .filter(tag -> !tag.equals("*"))
        .toList();
  }

  /** The answer to who changed a version that is no longer the present one. */
  public static ProblemException stale(long version) {
    return new ProblemException(ProblemType.PRECONDITION_FAILED, "Read it again first")
        .withHeader(HttpHeaders.ETAG, of(version));
  }
}
