package clipdesk.media.search;

import clipdesk.common.json.Json;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.Query;
import clipdesk.common.web.RequestLanguage;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.Named;
import clipdesk.media.OfSearch;
import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.transcript.refusals.RefusedInputException;
import clipdesk.transcript.search.Asked;
import clipdesk.transcript.search.AskedReader;
import clipdesk.transcript.search.Place;
import clipdesk.transcript.search.Sought;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/search/spoken}: what was said, in videos that everybody may take. */
@OfSearch
@Controller("/v1/search")
final class SearchController {
  private static final int MAX_NAME = 200;

  private final SearchSpoken searchSpoken;
  private final RequestLanguage languages;

  SearchController(SearchSpoken searchSpoken, RequestLanguage languages) {
    this.searchSpoken = searchSpoken;
    this.languages = languages;
  }

  /** Never kept by a cache: a video may be taken back at any time, and a question is private. */
  @Get("/spoken")
  HttpResponse<?> spoken(HttpRequest<?> request) {
    var query = Query.of(request);
    var page = PageRequest.of(request);
    var language = languages.of(request);
    var results = searchSpoken.search(sought(query), page.limit(), page.cursor().map(this::place));
    return HttpResponse.ok(Json.text(HitView.of(results, language)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
  }

  private Place place(String cursor) {
    return Place.read(cursor)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.BAD_REQUEST, "The cursor is not valid for this list"));
  }

  private static Sought sought(Query query) {
    var from = query.date("from");
    var to = query.date("to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw ProblemException.invalid("query:to", "reversed", "Must not be before from");
    }
    return new Sought(
        asked(query),
        checked(query, "language", TranscriptKey::isLanguage, "a language of two or three letters"),
        checked(query, "speaker", SearchController::isName, "a name"),
        checked(query, "outlet", SearchController::isName, "a name"),
        checked(query, "event", Named::isId, "the id of an event"),
        checked(query, "video", MasterKeys::isVideoId, "the id of a video"),
        from,
        to,
        order(query));
  }

  private static Asked asked(Query query) {
    try {
      return AskedReader.read(query.text("q").orElse(""));
    } catch (RefusedInputException refused) {
      throw ProblemException.invalid("query:q", refused.code(), refused.getMessage());
    }
  }

  private static Optional<String> checked(
      Query query, String name, Predicate<String> rule, String what) {
    var text = query.text(name);
    if (text.filter(rule.negate()).isPresent()) {
      throw Query.malformed(name, "Must be " + what);
    }
    return text;
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_NAME && text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static Sought.Order order(Query query) {
    return switch (query.text("order").orElse("newest")) {
      case "newest" -> Sought.Order.NEWEST;
      case "best" -> Sought.Order.BEST;
      default ->
          throw ProblemException.invalid("query:order", "unknown-value", "Must be newest or best");
    };
  }
}
