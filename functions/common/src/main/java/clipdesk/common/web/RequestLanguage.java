package clipdesk.common.web;

import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The language of an answer: {@code ?lang=} if present, else {@code Accept-Language}, else the
 * portal's own ({@code DEFAULT_LANGUAGE}).
 */
@Singleton
public final class RequestLanguage {
  private final Language otherwise;

  RequestLanguage(@Value("${default.language:en}") String otherwise) {
    this.otherwise = Language.ofTag(otherwise).orElse(Language.EN);
  }

  /**
   * @throws ProblemException {@code validation} if {@code ?lang=} is none of ours
   */
  public Language of(HttpRequest<?> request) {
    var asked = Query.of(request).text("lang");
    if (asked.isPresent()) {
      return Language.ofTag(asked.get())
          .orElseThrow(
              () -> ProblemException.invalid("query:lang", "unknown-value", "Use fr, en or uk"));
    }
    return accepted(request);
  }

  /** As {@link #of}, but what cannot be understood falls back: an error must always have words. */
  Language forProblem(HttpRequest<?> request) {
    var asked = Query.of(request).all().getOrDefault("lang", List.of());
    return asked.size() == 1
        ? Language.ofTag(asked.getFirst()).orElseGet(() -> accepted(request))
        : accepted(request);
  }

  private Language accepted(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE))
        .flatMap(Language::accepted)
        .orElse(otherwise);
  }
}
