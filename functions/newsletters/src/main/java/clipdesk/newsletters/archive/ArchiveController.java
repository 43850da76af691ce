package clipdesk.newsletters.archive;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.CacheableAnswers;
import clipdesk.common.web.PageOrJson;
import clipdesk.common.web.Query;
import clipdesk.common.web.RequestLanguage;
import clipdesk.newsletters.OfArchive;
import clipdesk.newsletters.campaigns.Archive;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v1/newsletters}: as JSON, or as pages for who asks for pages. */
@OfArchive
@Controller("/v1/newsletters")
final class ArchiveController {
  /** So soon is taken back what is taken back. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final Pattern ID = Pattern.compile("[0-9a-f]{26}");
  private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]{2,32}");
  private static final MediaType HTML = MediaType.of("text/html; charset=utf-8");
  private static final String FEED = "/feed.atom";
  private static final String ATOM = "application/atom+xml";

  private final Archive archive;
  private final ArchiveView view;
  private final ArchivePages pages;
  private final AtomFeed feed;
  private final RequestLanguage languages;

  ArchiveController(
      Archive archive,
      ArchiveView view,
      ArchivePages pages,
      AtomFeed feed,
      RequestLanguage languages) {
    this.archive = archive;
    this.view = view;
    this.pages = pages;
    this.feed = feed;
    this.languages = languages;
  }

  @Get
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  HttpResponse<?> list(HttpRequest<?> request) {
    var language = languages.of(request);
    var asked = PageRequest.of(request);
    var topic = topic(request);
    var page = archive.page(topic, asked.cursor().map(ArchiveCursor::key), asked.limit());
    return PageOrJson.page(request)
        ? page(request, pages.list(page, topic, language), language)
        : json(request, view.list(page, language), language);
  }

  @Get("/{id}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  HttpResponse<?> read(HttpRequest<?> request, String id) {
    if (FEED.equals("/" + id)) {
      // Browsers rather have a page, and are led here; a feed is all that there is.
      return feed(request);
    }
    var language = languages.of(request);
    var found =
        Optional.of(id)
            .filter(it -> ID.matcher(it).matches())
            .flatMap(it -> archive.find(it, language));
    if (found.isEmpty()) {
      return refused(request, new ProblemException(ProblemType.NOT_FOUND), "gone", language);
    }
    var sent = found.get();
    var keptOut = sent.campaign().keptOutSince();
    if (keptOut.isPresent()) {
      var withdrawn =
          new ProblemException(ProblemType.WITHDRAWN)
              .with("withdrawnAt", Json.instant(keptOut.get()));
      return refused(request, withdrawn, "withdrawn", language);
    }
    return PageOrJson.page(request)
        ? page(request, pages.one(sent, language), language)
        : json(request, view.one(sent, language), language);
  }

  @Get(FEED)
  @Produces(ATOM)
  HttpResponse<?> feed(HttpRequest<?> request) {
    var language = languages.of(request);
    var xml = feed.of(topic(request), language);
    return CacheableAnswers.answer(request, xml, language, FRESH)
        .contentType(MediaType.of(ATOM + "; charset=utf-8"));
  }

  private static Optional<String> topic(HttpRequest<?> request) {
    var topic = Query.of(request).text("topic");
    if (topic.filter(it -> !TOPIC.matcher(it).matches()).isPresent()) {
      throw Query.malformed("topic", "Must be the id of a topic");
    }
    return topic;
  }

  private static HttpResponse<?> json(HttpRequest<?> request, String body, Language language) {
    return CacheableAnswers.answer(request, body, language, FRESH)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  private HttpResponse<?> page(HttpRequest<?> request, String body, Language language) {
    return CacheableAnswers.answer(request, body, language, FRESH)
        .contentType(HTML)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("Content-Security-Policy", pages.policy());
  }

  private HttpResponse<?> refused(
      HttpRequest<?> request, ProblemException problem, String key, Language language) {
    if (!PageOrJson.page(request)) {
      throw problem;
    }
    return HttpResponse.status(HttpStatus.valueOf(problem.type().status()))
        .body(pages.says(key, language))
        .contentType(HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, "Accept, Accept-Language")
        .header("X-Robots-Tag", "noindex")
        .header("Content-Security-Policy", pages.policy());
  }
}
