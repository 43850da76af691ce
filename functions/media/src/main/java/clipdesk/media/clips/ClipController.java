package clipdesk.media.clips;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.FieldError;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.FrameRate;
import clipdesk.media.MediaConfig;
import clipdesk.media.catalogue.Release;
import clipdesk.media.catalogue.Video;
import clipdesk.media.catalogue.Videos;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/clips} and {@code /v1/me/clips}. */
@Controller("/v1")
final class ClipController {
  private static final int MAX_RANGES = 20;
  private static final long MAX_HANDLES_MS = 10_000;
  private static final String POLL_SECONDS = "2";

  private final RequestClips requestClips;
  private final ClipObjects objects;
  private final Requesters requesters;
  private final Videos videos;
  private final Cursors cursors;
  private final MediaConfig config;
  private final InstantSource clock;

  ClipController(
      RequestClips requestClips,
      ClipObjects objects,
      Requesters requesters,
      Videos videos,
      Cursors cursors,
      MediaConfig config,
      InstantSource clock) {
    this.requestClips = requestClips;
    this.objects = objects;
    this.requesters = requesters;
    this.videos = videos;
    this.cursors = cursors;
    this.config = config;
    this.clock = clock;
  }

  @Post("/clips")
  HttpResponse<String> request(Caller caller, @Body String body) {
    var members = RequestBody.parse(body);
    var videoId = members.text("videoId", 3, 64);
    var profile = members.optionalText("profile", 1, 40);
    var asked = RangeReader.read(members, MAX_RANGES);
    var tracks = members.optionalTexts("tracks", 32, 8);
    long handlesMs = members.number("handlesMs", 0, MAX_HANDLES_MS).orElse(0);
    if (profile.filter(it -> !it.equals("exact")).isPresent()) {
      members.refuse("profile", "unknown-profile", "Use exact");
    }
    members.finish();
    var video = videos.find(videoId).orElseThrow(Release::noSuchVideo);
    Release.requireTakeable(video, caller.editor(), clock.instant());
    var ranges = RangeReader.frames(asked, video, handlesMs, config.clipMaxMs());
    var requested =
        requestClips.request(
            caller,
            video,
            ranges,
            asked.stream().map(RangeReader.Asked::label).toList(),
            tracks(tracks, video));
    return answer(requested, video, tracks(tracks, video));
  }

  @Get("/clips/{clipId}")
  HttpResponse<String> read(Caller caller, String clipId) {
    var view =
        view(caller, new ClipId(clipId).text())
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such clip"));
    var response = HttpResponse.ok(Json.text(view));
    return List.of("ready", "failed").contains(view.get("status"))
        ? response
        : response.header(HttpHeaders.RETRY_AFTER, POLL_SECONDS);
  }

  @Get("/clips")
  String list(HttpRequest<?> request, Caller caller) {
    var ids =
        request.getParameters().getFirst("ids").map(it -> it.split(",", -1)).orElse(new String[0]);
    if (ids.length == 0 || ids.length > MAX_RANGES) {
      throw ProblemException.invalid("query:ids", "wrong-size", "Give 1 to 20 clip ids");
    }
    return Json.text(Map.of("clips", views(caller, Arrays.asList(ids))));
  }

  @Get("/me/clips")
  String listMine(HttpRequest<?> request, Caller caller) {
    var page = PageRequest.of(request);
    var scope = "/v1/me/clips?" + caller.accountId();
    var after = page.cursor().map(it -> cursors.decode(scope, it)).orElse(Map.of());
    var mine = requesters.clipsOf(caller.accountId(), page.limit(), after);
    var body = new LinkedHashMap<String, Object>();
    body.put("items", views(caller, mine.clipIds()));
    if (!mine.lastKey().isEmpty()) {
      body.put("nextCursor", cursors.encode(scope, mine.lastKey()));
    }
    return Json.text(body);
  }

  private HttpResponse<String> answer(
      List<RequestClips.Requested> requested, Video video, List<String> tracks) {
    var clips = new ArrayList<Map<String, Object>>();
    for (var clip : requested) {
      var view = view(clip.clipId(), video, clip.range(), tracks, clip.state());
      if (!clip.label().isEmpty()) {
        view.put("label", clip.label());
      }
      clips.add(view);
    }
    boolean finished = requested.stream().allMatch(clip -> clip.state().finished());
    var ids = requested.stream().map(RequestClips.Requested::clipId).toList();
    var path =
        ids.size() == 1 ? "/v1/clips/" + ids.getFirst() : "/v1/clips?ids=" + String.join(",", ids);
    var response =
        HttpResponse.<String>status(finished ? HttpStatus.OK : HttpStatus.ACCEPTED)
            .body(Json.text(Map.of("clips", clips)))
            .header(HttpHeaders.LOCATION, config.publicBaseUrl() + path);
    return finished ? response : response.header(HttpHeaders.RETRY_AFTER, POLL_SECONDS);
  }

  private List<Map<String, Object>> views(Caller caller, List<String> ids) {
    return ids.stream()
        .filter(id -> id.matches("[0-9a-f]{40}"))
        .map(id -> visible(caller, id))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A clip whose video may not be seen is left out of a list. */
  private Optional<Map<String, Object>> visible(Caller caller, String id) {
    try {
      return view(caller, id);
    } catch (ProblemException hidden) {
      return Optional.empty();
    }
  }

  private Optional<Map<String, Object>> view(Caller caller, String clipId) {
    var found = objects.find(clipId);
    if (found.request().isEmpty()) {
      return Optional.empty();
    }
    var request = found.request().get();
    var video = videos.find(request.videoId()).orElseThrow(Release::noSuchVideo);
    Release.requireTakeable(video, caller.editor(), clock.instant());
    @SuppressWarnings("unchecked") // written by us
    var tracks = (List<String>) request.members().get("tracks");
    return ClipState.of(found, clock.instant())
        .map(state -> view(clipId, video, request.range(), tracks, state));
  }

  private static Map<String, Object> view(
      String clipId, Video video, FrameRange range, List<String> tracks, ClipState state) {
    var rate = new FrameRate(video.rateNum(), video.rateDen());
    var view = new LinkedHashMap<String, Object>();
    view.put("clipId", clipId);
    view.put("videoId", video.videoId());
    view.put("masterVersion", video.masterVersion());
    view.put("profile", "exact");
    view.put("tracks", tracks.stream().sorted().toList());
    view.put(
        "range",
        Map.of(
            "in", Map.of("ms", rate.millisOf(range.in()), "frame", range.in()),
            "out", Map.of("ms", rate.millisOf(range.out()), "frame", range.out()),
            "frameRate", Map.of("num", rate.num(), "den", rate.den()),
            "frames", range.frames(),
            "durationMs", rate.millisOf(range.out()) - rate.millisOf(range.in())));
    view.put("status", state.status());
    view.putAll(state.members());
    return view;
  }

  private static List<String> tracks(Optional<List<String>> asked, Video video) {
    var all =
        video.tracks().stream()
            .map(track -> (String) track.get("id"))
            .filter(id -> !id.startsWith("s"))
            .toList();
    if (asked.isEmpty()) {
      return all;
    }
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < asked.get().size(); i++) {
      if (!all.contains(asked.get().get(i))) {
        errors.add(new FieldError("/tracks/" + i, "unknown-track", "The video has no such track"));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return asked.get();
  }
}
