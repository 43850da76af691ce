package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.CacheableAnswers;
import clipdesk.common.web.Query;
import clipdesk.common.web.RequestLanguage;
import clipdesk.contracts.catalogue.Named;
import clipdesk.media.OfVideos;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.InstantSource;

/** {@code /v1/videos}: what everybody may see. */
@OfVideos
@Controller("/v1/videos")
final class CatalogueController {
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
    var query = Query.of(request);
    var event = query.text("event");
    if (event.filter(it -> !Named.isId(it)).isPresent()) {
      throw Query.malformed("event", "Must be the id of an event");
    }
    var from = query.date("from");
    var to = query.date("to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw ProblemException.invalid("query:to", "reversed", "Must not be before from");
    }
    return new Videos.Filter(event, from, to);
  }
}
