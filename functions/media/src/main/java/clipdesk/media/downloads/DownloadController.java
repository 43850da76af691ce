package clipdesk.media.downloads;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.media.MediaConfig;
import clipdesk.media.clips.AccountLimits;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /v1/downloads} and {@code /v1/me/downloads}. */
@Controller("/v1")
final class DownloadController {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private final TicketItems items;
  private final IssueTicket issueTicket;
  private final FollowTicket followTicket;
  private final Tickets tickets;
  private final AccountLimits limits;
  private final Cursors cursors;
  private final MediaConfig config;
  private final InstantSource clock;

  DownloadController(
      TicketItems items,
      IssueTicket issueTicket,
      FollowTicket followTicket,
      Tickets tickets,
      AccountLimits limits,
      Cursors cursors,
      MediaConfig config,
      InstantSource clock) {
    this.items = items;
    this.issueTicket = issueTicket;
    this.followTicket = followTicket;
    this.tickets = tickets;
    this.limits = limits;
    this.cursors = cursors;
    this.config = config;
    this.clock = clock;
  }

  @Post("/downloads")
  HttpResponse<String> issue(HttpRequest<?> request, Caller caller, @Body String body) {
    var key = request.getHeaders().get("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw ProblemException.invalid(
          "header:Idempotency-Key", "missing", "Send 16 to 64 characters [A-Za-z0-9_-]");
    }
    limits.countTicket(caller.accountId());
    var members = RequestBody.parse(body);
    var terms = members.text("termsVersion", 1, 40);
    var files = items.files(members, caller);
    members.finish();
    if (!terms.equals(config.termsVersion())) {
      throw new ProblemException(ProblemType.TERMS_OUTDATED, "Read the current terms first")
          .with("currentTermsVersion", config.termsVersion());
    }
    var issued = issueTicket.issue(caller, key, TicketId.sha256(body), files);
    if (!issued.replayed()) {
      limits.countBytes(caller.accountId(), files.stream().mapToLong(TicketFile::sizeBytes).sum());
    }
    var response =
        HttpResponse.<String>status(HttpStatus.CREATED)
            .body(Json.text(view(issued.id(), issued.ticket())))
            .header(HttpHeaders.LOCATION, href(issued.id()));
    return issued.replayed() ? response.header("Idempotency-Replayed", "true") : response;
  }

  @Get("/downloads/{ticket}")
  String read(String ticket) {
    var id = new TicketId(ticket);
    return Json.text(view(id, followTicket.read(id)));
  }

  @Get("/downloads/{ticket}/{file}")
  HttpResponse<?> follow(String ticket, String file) {
    return redirect(ticket, file, FileLinks.Method.GET);
  }

  @Head("/downloads/{ticket}/{file}")
  HttpResponse<?> probe(String ticket, String file) {
    return redirect(ticket, file, FileLinks.Method.HEAD);
  }

  @Get("/me/downloads")
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
    body.put("expiresAt", ticket.expiresAt().toString());
    body.put("termsVersion", ticket.termsVersion());
    body.put("totalBytes", ticket.files().stream().mapToLong(TicketFile::sizeBytes).sum());
    body.put(
        "files",
        ticket.files().stream()
            .map(
                file -> {
                  var view = new LinkedHashMap<String, Object>();
                  view.put("href", href(id) + "/" + file.name());
                  view.put("name", file.name());
                  view.put("sizeBytes", file.sizeBytes());
                  view.put("contentType", "video/mp4");
                  view.put("etag", file.etag());
                  putIfKnown(view, "sha256", file.sha256());
                  putIfKnown(view, "clipId", file.clipId());
                  view.put("videoId", file.videoId());
                  return view;
                })
            .toList());
    return body;
  }

  private Map<String, Object> history(DownloadTicket ticket) {
    return Map.of(
        "ref", ticket.ref(),
        "createdAt", ticket.createdAt().toString(),
        "expiresAt", ticket.expiresAt().toString(),
        "state", state(ticket, clock.instant()),
        "uses", ticket.uses(),
        "files",
            ticket.files().stream()
                .map(file -> Map.of("name", file.name(), "sizeBytes", file.sizeBytes()))
                .toList());
  }

  private static String state(DownloadTicket ticket, Instant now) {
    if (ticket.revokedAt().isPresent()) {
      return "revoked";
    }
    return now.isBefore(ticket.expiresAt()) ? "active" : "expired";
  }

  private String href(TicketId id) {
    return config.publicBaseUrl() + "/v1/downloads/" + id.text();
  }

  private static void putIfKnown(Map<String, Object> view, String name, String value) {
    if (!value.isEmpty()) {
      view.put(name, value);
    }
  }
}
