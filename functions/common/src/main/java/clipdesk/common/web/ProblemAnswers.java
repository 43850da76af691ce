package clipdesk.common.web;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.localisation.Messages;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes RFC 9457 answers: titles in the caller's language, no internals, no personal data. */
@Singleton
final class ProblemAnswers {
  private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

  private final Messages titles = new Messages(ProblemAnswers.class, "problems");
  private final RequestLanguage languages;

  private final TakenTypes takenTypes;

  ProblemAnswers(RequestLanguage languages, TakenTypes takenTypes) {
    this.languages = languages;
    this.takenTypes = takenTypes;
  }

  MutableHttpResponse<String> answer(HttpRequest<?> request, ProblemException problem) {
    var language = languages.forProblem(request);
    var type = problem.type();
    MutableHttpResponse<String> response =
        HttpResponse.<String>status(HttpStatus.valueOf(type.status()))
            .body(body(request, problem, language))
            .contentType(PROBLEM_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    problem.headers().forEach(response::header);
    if (type == ProblemType.UNSUPPORTED_MEDIA_TYPE) {
      takenTypes.addTo(response, request);
    }
    AnsweredProblem.put(response, type);
    AnswerHeaders.addTo(response);
    return response;
  }

  private String body(HttpRequest<?> request, ProblemException problem, Language language) {
    ProblemType type = problem.type();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type.uri());
    body.put("code", type.code());
    body.put("title", titles.text(language, type.code()));
    body.put("status", type.status());
    problem.detail().ifPresent(detail -> body.put("detail", detail));
    body.put("instance", request.getPath());
    body.put("traceId", GatewayEvents.traceId(request));
    problem.members().forEach((name, value) -> body.put(name, plain(value)));
    return Json.text(body);
  }

  private static Object plain(Object value) {
    if (value instanceof FieldError error) {
      var members = new LinkedHashMap<String, Object>();
      members.put("pointer", error.pointer());
      members.put("code", error.code());
      error.detail().ifPresent(detail -> members.put("detail", detail));
      return members;
    }
    return value instanceof Collection<?> items
        ? items.stream().map(ProblemAnswers::plain).toList()
        : value;
  }
}
