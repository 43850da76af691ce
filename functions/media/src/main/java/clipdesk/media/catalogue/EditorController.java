package clipdesk.media.catalogue;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.RequestLanguage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** {@code /v1/editor/videos}: all videos, also those that nobody else sees. */
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
  String list(HttpRequest<?> request, Caller caller) {
    requireEditor(caller);
    var page = PageRequest.of(request);
    var listing = listVideos.all(page.limit(), page.cursor());
    return Json.text(view.ofEditorsPage(listing, languages.of(request)));
  }

  @Get(uri = "/{videoId}", headRoute = false)
  String read(HttpRequest<?> request, Caller caller, String videoId) {
    requireEditor(caller);
    return Json.text(view.ofInspection(inspectVideo.inspect(videoId), languages.of(request)));
  }

  private static void requireEditor(Caller caller) {
    if (!caller.editor()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only editors may do this");
    }
  }
}
