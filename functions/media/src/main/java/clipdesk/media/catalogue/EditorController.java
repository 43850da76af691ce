package clipdesk.media.catalogue;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.web.RequestLanguage;
import clipdesk.media.OfVideos;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** {@code /v1/editor/videos}: all videos, also those that nobody else sees. */
@OfVideos
@Controller("/v1/editor/videos")
final class EditorController {
  private final ListVideos listVideos;
  private final InspectVideo inspectVideo;
  private final VideoView view;
  private final RequestLanguage languages;

  EditorController(
      ListVideos listVideos, InspectVideo inspectVideo, VideoView view, RequestLanguage languages) {
    this.listVideos = listVideos;
    this.inspectVideo = inspectVideo;
    this.view = view;
    this.languages = languages;
  }

  @Get(headRoute = false)
  HttpResponse<String> list(HttpRequest<?> request, Caller caller) {
    caller.requireEditor();
    var language = languages.of(request);
    var page = PageRequest.of(request);
    var listing = listVideos.all(page.limit(), page.cursor());
    return answer(view.ofEditorsPage(listing, language), language);
  }

  @Get(uri = "/{videoId}", headRoute = false)
  HttpResponse<String> read(HttpRequest<?> request, Caller caller, String videoId) {
    caller.requireEditor();
    var language = languages.of(request);
    return answer(view.ofInspection(inspectVideo.inspect(videoId), language), language);
  }

  private static HttpResponse<String> answer(Object body, Language language) {
    return HttpResponse.ok(Json.text(body)).header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
  }
}
