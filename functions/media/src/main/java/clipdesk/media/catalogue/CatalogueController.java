package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.RequestLanguage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@code /v1/videos}: what everybody may see. */
@Controller("/v1/videos")
final class CatalogueController {
  private static final int MAX_EVENT_ID = 64;

  private final ListVideos listVideos;
  private final ReadVideo readVideo;
  private final VideoView view;
  private final RequestLanguage languages;
  private final InstantSource clock;

  CatalogueController(
      ListVideos listVideos,
      ReadVideo readVideo,
      VideoView view,
      RequestLanguage languages,
      InstantSource clock) {
    this.listVideos = listVideos;
    this.readVideo = readVideo;
    this.view = view;
    this.languages = languages;
    this.clock = clock;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    var language = languages.of(request);
    var page = PageRequest.of(request);
    var listing = listVideos.announced(filter(request), page.limit(), page.cursor());
    var body = Json.text(view.ofPage(listing, language));
    return CacheableAnswers.answer(request, body, language, listing.goodFor());
  }

  @Get("/{videoId}")
  HttpResponse<?> read(HttpRequest<?> request, String videoId) {
    var language = languages.of(request);
    var video = readVideo.toSee(videoId);
    var now = clock.instant();
    var body = Json.text(view.of(video, Release.of(video, now), language));
    return CacheableAnswers.answer(request, body, language, ListVideos.goodFor(video, now));
  }

  private static Videos.Filter filter(HttpRequest<?> request) {
    var event = request.getParameters().getFirst("event");
    if (event.filter(it -> it.isEmpty() || it.length() > MAX_EVENT_ID).isPresent()) {
      throw ProblemException.invalid("query:event", "malformed", "Must be the id of an event");
    }
    var from = date(request, "from");
    var to = date(request, "to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw ProblemException.invalid("query:to", "reversed", "Must not be before from");
    }
    return new Videos.Filter(event, from, to);
  }

  private static Optional<LocalDate> date(HttpRequest<?> request, String name) {
    try {
      return request.getParameters().getFirst(name).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("query:" + name, "malformed", "Must be a date, YYYY-MM-DD");
    }
  }
}
