package clipdesk.media.downloads;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.common.web.RequestLanguage;
import clipdesk.media.MediaConfig;
import clipdesk.media.OfVideos;
import clipdesk.media.links.FileLinks;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Post;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/downloads} and {@code /v1/me/downloads}. */
@OfVideos
@Controller("/v1")
final class DownloadController {

  private final IssueTicket issueTicket;
  private final FollowTicket followTicket;
  private final Tickets tickets;
  private final RequestLanguage languages;
  private final Cursors cursors;
  private final MediaConfig config;
  private final InstantSource clock;

  DownloadController(
      IssueTicket issueTicket,
      FollowTicket followTicket,
      Tickets tickets,
      RequestLanguage languages,
      Cursors cursors,
      MediaConfig config,
      InstantSource clock) {
    this.issueTicket = issueTicket;
    this.followTicket = followTicket;
    this.tickets = tickets;
    this.languages = languages;
    this.cursors = cursors;
    this.config = config;
    this.clock = clock;
  }

  @Post("/downloads")
  HttpResponse<String> issue(HttpRequest<?> request, Caller caller, @Body String body) {
    var key = IdempotencyKey.of(request);
    var issued = issueTicket.issue(caller, key, body, languages.of(request));
    var response =
        HttpResponse.<String>status(HttpStatus.CREATED)
            .body(Json.text(view(issued.id(), issued.ticket())))
            .header(HttpHeaders.LOCATION, href(issued.id()));
    return issued.replayed() ? IdempotencyKey.replayed(response) : response;
  }

  @Get("/downloads/{ticket}")
  String read(String ticket) {
    var id = new TicketId(ticket);
    return Json.text(view(id, followTicket.read(id)));
  }

  @Get(uri = "/downloads/{ticket}/{file}", headRoute = false)
  HttpResponse<?> follow(String ticket, String file) {
    return redirect(ticket, file, FileLinks.Method.GET);
  }

  @Head("/downloads/{ticket}/{file}")
  HttpResponse<?> probe(String ticket, String file) {
    return redirect(ticket, file, FileLinks.Method.HEAD);
  }

  @Get(uri = "/me/downloads", headRoute = false)
  String listMine(HttpRequest<?> request, Caller caller) {
    var page = PageRequest.of(request);
    var scope = "/v1/me/downloads?" + caller.accountId();
    var after = page.cursor().map(it -> cursors.decode(scope, it)).orElse(Map.of());
    var mine = tickets.of(caller.accountId(), page.limit(), after);
    var body = new LinkedHashMap<String, Object>();
    body.put("items", mine.tickets().stream().map(this::history).toList());
    if (!mine.lastKey().isEmpty()) {
      body.put("nextCursor", cursors.encode(scope, mine.lastKey()));
    }
    return Json.text(body);
  }

  @Delete("/me/downloads/{ref}")
  HttpResponse<?> revoke(Caller caller, String ref) {
    if (!tickets.revoke(caller.accountId(), ref, clock.instant())) {
      throw TicketId.noSuchTicket();
    }
    return HttpResponse.noContent();
  }

  private HttpResponse<?> redirect(String ticket, String file, FileLinks.Method method) {
    var link = followTicket.follow(new TicketId(ticket), file, method);
    return HttpResponse.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, link.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Map<String, Object> view(TicketId id, DownloadTicket ticket) {
    var body = new LinkedHashMap<String, Object>();
    body.put("ticket", id.text());
    body.put("expiresAt", Json.instant(ticket.expiresAt()));
    body.put("termsVersion", ticket.termsVersion());
    body.put("totalBytes", ticket.totalBytes());
    body.put("files", ticket.files().stream().map(file -> fileView(id, file)).toList());
    return body;
  }

  private Map<String, Object> fileView(TicketId id, TicketFile file) {
    var view = new LinkedHashMap<String, Object>();
    view.put("href", href(id) + "/" + file.name());
    view.put("name", file.name());
    view.put("sizeBytes", file.sizeBytes());
    view.put("contentType", file.target().contentType());
    view.put("etag", file.etag());
    file.sha256().ifPresent(it -> view.put("sha256", it));
    putItem(view, file);
    return view;
  }

  private Map<String, Object> history(DownloadTicket ticket) {
    return Map.of(
        "ref", ticket.ref(),
        "createdAt", Json.instant(ticket.createdAt()),
        "expiresAt", Json.instant(ticket.expiresAt()),
        "state", ticket.stateAt(clock.instant()),
        "uses", ticket.uses(),
        "files", ticket.files().stream().map(DownloadController::pastView).toList());
  }

  private static Map<String, Object> pastView(TicketFile file) {
    var view = new LinkedHashMap<String, Object>();
    view.put("name", file.name());
    view.put("sizeBytes", file.sizeBytes());
    putItem(view, file);
    return view;
  }

  /** What to ask for to have the file again. */
  private static void putItem(Map<String, Object> view, TicketFile file) {
    view.put("videoId", file.videoId());
    file.clipId().ifPresent(it -> view.put("clipId", it));
    file.rendition().ifPresent(it -> view.put("rendition", it));
  }

  private String href(TicketId id) {
    return config.publicBaseUrl() + "/v1/downloads/" + id.text();
  }
}
