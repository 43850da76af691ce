package clipdesk.media.catalogue;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.RequestLanguage;
import clipdesk.media.links.FileLinks;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v1/videos}, the editors' view of it, and {@code /v1/health}. */
@Controller("/v1")
final class CatalogueController {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Duration ASSET_LINK_LIFE = Duration.ofHours(1);
  private static final int PUBLIC_SECONDS = 60;

  private final Videos videos;
  private final VideoView view;
  private final FileLinks links;
  private final Cursors cursors;
  private final RequestLanguage languages;
  private final InstantSource clock;

  CatalogueController(
      Videos videos,
      VideoView view,
      FileLinks links,
      Cursors cursors,
      RequestLanguage languages,
      InstantSource clock) {
    this.videos = videos;
    this.view = view;
    this.links = links;
    this.cursors = cursors;
    this.languages = languages;
    this.clock = clock;
  }

  @Get("/health")
  String health() {
    return Json.text(Map.of("status", "up", "version", "0.1.0"));
  }

  @Get("/videos")
  HttpResponse<?> list(HttpRequest<?> request) {
    var language = languages.of(request);
    var now = clock.instant();
    var page = page(request);
    var items =
        page.videos().stream()
            .filter(
                video ->
                    switch (Release.of(video, now)) {
                      case RELEASED, EMBARGOED -> true;
                      case HIDDEN, WITHDRAWN, BLOCKED -> false;
                    })
            .map(video -> view.of(video, Release.of(video, now), language))
            .toList();
    return cacheable(request, body(request, items, page), language, PUBLIC_SECONDS);
  }

  @Get("/videos/{videoId}")
  HttpResponse<?> read(HttpRequest<?> request, String videoId) {
    var language = languages.of(request);
    var now = clock.instant();
    var video = videos.find(videoId).orElseThrow(Release::noSuchVideo);
    Release.requireVisible(video, now);
    var body = Json.text(view.of(video, Release.of(video, now), language));
    long seconds =
        video
            .embargoUntil()
            .filter(now::isBefore)
            .map(until -> Math.min(PUBLIC_SECONDS, Duration.between(now, until).toSeconds()))
            .orElse((long) PUBLIC_SECONDS);
    return cacheable(request, body, language, seconds);
  }

  @Get(uri = "/videos/{videoId}/assets/{name}", headRoute = false)
  HttpResponse<?> asset(String videoId, String name) {
    return asset(videoId, name, FileLinks.Method.GET);
  }

  @Head("/videos/{videoId}/assets/{name}")
  HttpResponse<?> probeAsset(String videoId, String name) {
    return asset(videoId, name, FileLinks.Method.HEAD);
  }

  @Get("/editor/videos")
  String listAll(HttpRequest<?> request, Caller caller) {
    requireEditor(caller);
    var language = languages.of(request);
    var now = clock.instant();
    var page = page(request);
    var items =
        page.videos().stream()
            .map(video -> view.of(video, Release.of(video, now), language))
            .toList();
    return body(request, items, page);
  }

  @Get("/editor/videos/{videoId}")
  String readAny(HttpRequest<?> request, Caller caller, String videoId) {
    requireEditor(caller);
    var video = videos.find(videoId).orElseThrow(Release::noSuchVideo);
    return Json.text(view.of(video, Release.of(video, clock.instant()), languages.of(request)));
  }

  private HttpResponse<?> asset(String videoId, String name, FileLinks.Method method) {
    var video = videos.find(videoId).orElseThrow(Release::noSuchVideo);
    Release.requireTakeable(video, /* editor= */ false, clock.instant());
    var file =
        video
            .asset(name)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No such asset"));
    return HttpResponse.status(HttpStatus.FOUND)
        .header(
            HttpHeaders.LOCATION, links.linkTo(target(file), method, ASSET_LINK_LIFE).toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=1800");
  }

  private static FileLinks.Target target(StoredObject file) {
    return new FileLinks.Target(
        FileLinks.Place.MASTERS, file.key(), file.versionId(), Optional.empty());
  }

  private Videos.Page page(HttpRequest<?> request) {
    var asked = PageRequest.of(request);
    var parameters = request.getParameters();
    var filter =
        new Videos.Filter(
            parameters.getFirst("event"),
            date(request, "from", "0000"),
            date(request, "to", "9999"));
    var after =
        asked.cursor().map(cursor -> cursors.decode(scope(request), cursor)).orElse(Map.of());
    return videos.list(filter, asked.limit(), after);
  }

  private String body(HttpRequest<?> request, Object items, Videos.Page page) {
    var body = new LinkedHashMap<String, Object>();
    body.put("items", items);
    if (!page.lastKey().isEmpty()) {
      body.put("nextCursor", cursors.encode(scope(request), page.lastKey()));
    }
    return Json.text(body);
  }

  private static String scope(HttpRequest<?> request) {
    var parameters = request.getParameters();
    return request.getPath()
        + "?event="
        + parameters.getFirst("event").orElse("")
        + "&from="
        + parameters.getFirst("from").orElse("")
        + "&to="
        + parameters.getFirst("to").orElse("");
  }

  private static String date(HttpRequest<?> request, String name, String otherwise) {
    var given = request.getParameters().getFirst(name);
    if (given.isPresent() && !DATE.matcher(given.get()).matches()) {
      throw ProblemException.invalid("query:" + name, "malformed", "Must be YYYY-MM-DD");
    }
    return given.orElse(otherwise);
  }

  /** The tag is over the bytes: French and Ukrainian must never share one. */
  private static HttpResponse<?> cacheable(
      HttpRequest<?> request, String body, Language language, long seconds) {
    var etag = "\"" + hash(body) + "\"";
    MutableHttpResponse<?> response =
        etag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))
            ? HttpResponse.notModified()
            : HttpResponse.ok(body);
    return response
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds)
        .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding");
  }

  private static String hash(String body) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }

  private static void requireEditor(Caller caller) {
    if (!caller.editor()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only editors may do this");
    }
  }
}
