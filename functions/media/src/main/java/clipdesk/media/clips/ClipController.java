package clipdesk.media.clips;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.Query;
import clipdesk.media.MediaConfig;
import clipdesk.media.OfVideos;
import clipdesk.media.catalogue.ReadVideo;
import clipdesk.media.clips.RequestClips.Requested;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.inject.Provider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /v1/clips} and {@code /v1/me/clips}. */
@OfVideos
@Controller("/v1")
final class ClipController {
  private static final int MAX_IDS = 20;
  private static final String POLL_SECONDS = "2";

  private final RequestClips requestClips;
  private final FindClips findClips;
  private final Requesters requesters;
  private final ReadVideo readVideo;
  private final Provider<Quotes> quotes;
  private final Cursors cursors;
  private final MediaConfig config;

  ClipController(
      RequestClips requestClips,
      FindClips findClips,
      Requesters requesters,
      ReadVideo readVideo,
      Provider<Quotes> quotes,
      Cursors cursors,
      MediaConfig config) {
    this.requestClips = requestClips;
    this.findClips = findClips;
    this.requesters = requesters;
    this.readVideo = readVideo;
    this.quotes = quotes;
    this.cursors = cursors;
    this.config = config;
  }

  @Post("/clips")
  HttpResponse<String> request(Caller caller, @Body String body) {
    var members = RequestBody.parse(body);
    var videoId = members.text("videoId", 1, 64);
    var ranges = AskedRanges.read(members);
    var tracks = AskedTracks.read(members);
    members.finish();
    var video = readVideo.toTake(videoId, caller.editor());
    return answer(
        requestClips.request(
            caller.accountId(),
            video,
            ranges.within(video, quotes::get, config.clipMaxMs()),
            tracks.of(video)));
  }

  @Get(uri = "/clips/{clipId}", headRoute = false)
  HttpResponse<String> read(Caller caller, String clipId) {
    var clip = findClips.find(caller, new ClipId(clipId));
    var response =
        HttpResponse.ok(Json.text(ClipView.of(clip.request(), clip.state(), OwnWords.NONE)));
    return clip.state().finished()
        ? response
        : response.header(HttpHeaders.RETRY_AFTER, POLL_SECONDS);
  }

  @Get(uri = "/clips", headRoute = false)
  HttpResponse<String> list(HttpRequest<?> request, Caller caller) {
    var asked =
        Query.of(request).text("ids").stream()
            .flatMap(it -> Arrays.stream(it.split(",", -1)))
            .toList();
    if (asked.isEmpty() || asked.size() > MAX_IDS || asked.getFirst().isEmpty()) {
      throw ProblemException.invalid("query:ids", "wrong-size", "Give 1 to 20 clip ids");
    }
    var ids = asked.stream().filter(ClipId::wellFormed).distinct().map(ClipId::new).toList();
    var clips = findClips.findAll(caller, ids);
    var views =
        clips.stream().map(it -> ClipView.of(it.request(), it.state(), OwnWords.NONE)).toList();
    var response = HttpResponse.ok(Json.text(Map.of("clips", views)));
    return clips.stream().allMatch(it -> it.state().finished())
        ? response
        : response.header(HttpHeaders.RETRY_AFTER, POLL_SECONDS);
  }

  @Get(uri = "/me/clips", headRoute = false)
  String listMine(HttpRequest<?> request, Caller caller) {
    var asked = PageRequest.of(request);
    var scope = "/v1/me/clips?" + caller.accountId();
    var after = asked.cursor().map(it -> cursors.decode(scope, it)).orElse(Map.of());
    var page = requesters.of(caller.accountId(), asked.limit(), after);
    var askings =
        page.askings().stream()
            .collect(Collectors.toMap(Requesters.Asking::id, Function.identity()));
    var ids = page.askings().stream().map(Requesters.Asking::id).toList();
    var body = new LinkedHashMap<String, Object>();
    body.put(
        "items",
        findClips.findAll(caller, ids).stream()
            .map(clip -> mine(clip, askings.get(clip.request().id())))
            .toList());
    if (!page.lastKey().isEmpty()) {
      body.put("nextCursor", cursors.encode(scope, page.lastKey()));
    }
    return Json.text(body);
  }

  private static Map<String, Object> mine(FindClips.Clip clip, Requesters.Asking asking) {
    var view = ClipView.of(clip.request(), clip.state(), asking.words());
    view.put("askedAt", Json.instant(asking.askedAt()));
    return view;
  }

  private HttpResponse<String> answer(List<Requested> requested) {
    var clips =
        requested.stream().map(it -> ClipView.of(it.request(), it.state(), it.words())).toList();
    var ids = requested.stream().map(it -> it.request().id().text()).toList();
    var path = ids.size() == 1 ? "/" + ids.getFirst() : "?ids=" + String.join(",", ids);
    boolean finished = requested.stream().allMatch(it -> it.state().finished());
    var response =
        HttpResponse.<String>status(finished ? HttpStatus.OK : HttpStatus.ACCEPTED)
            .body(Json.text(Map.of("clips", clips)))
            .header(HttpHeaders.LOCATION, config.publicBaseUrl() + "/v1/clips" + path);
    return finished ? response : response.header(HttpHeaders.RETRY_AFTER, POLL_SECONDS);
  }
}
