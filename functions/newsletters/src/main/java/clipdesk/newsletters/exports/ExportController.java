package clipdesk.newsletters.exports;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.contracts.newsletters.ListToMove.Way;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfLists;
import clipdesk.newsletters.exports.SubscriberExport.State;
import clipdesk.newsletters.lists.ListIds;
import clipdesk.newsletters.lists.ListLinks;
import clipdesk.newsletters.lists.ListWork;
import clipdesk.newsletters.subscriptions.Topics;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/** {@code /v1/editor/subscriber-exports}: asked for, and fetched when it is written. */
@OfLists
@Controller("/v1/editor/subscriber-exports")
final class ExportController {
  private static final Duration LINK = Duration.ofMinutes(5);
  private static final String SECONDS_TO_WAIT = "2";

  private final Exports exports;
  private final Topics topics;
  private final ListLinks links;
  private final ListWork work;
  private final NewslettersConfig config;
  private final InstantSource clock;

  ExportController(
      Exports exports,
      Topics topics,
      ListLinks links,
      ListWork work,
      NewslettersConfig config,
      InstantSource clock) {
    this.exports = exports;
    this.topics = topics;
    this.links = links;
    this.work = work;
    this.config = config;
    this.clock = clock;
  }

  @Post
  HttpResponse<String> create(HttpRequest<?> request, Caller caller, @Body String body) {
    caller.requireEditor();
    var id = ListIds.of("export", caller, IdempotencyKey.of(request));
    var members = RequestBody.parse(body);
    var topic = members.text("topic", 2, 32);
    // Retired ones, too: their people are asked about.
    if (!members.refused("topic") && topics.find(topic).isEmpty()) {
      members.refuse("topic", "unknown-topic", "There is no such topic");
    }
    members.finish();
    boolean fresh =
        exports.create(SubscriberExport.begun(id, topic, caller.accountId(), clock.instant()));
    var export = find(id);
    if (!export.topic().equals(topic)) {
      throw IdempotencyKey.reused();
    }
    if (export.is(State.RUNNING)) {
      // Also of one that was asked for before: word of it may be lost.
      work.put(new ListToMove(Way.EXPORT, id));
    }
    var answer =
        answer(HttpResponse.status(HttpStatus.ACCEPTED), export)
            .header(
                HttpHeaders.LOCATION,
                config.publicBaseUrl() + "/v1/editor/subscriber-exports/" + id);
    return fresh ? answer : IdempotencyKey.replayed(answer);
  }

  @Get(uri = "/{exportId}", headRoute = false)
  HttpResponse<String> read(Caller caller, String exportId) {
    caller.requireEditor();
    return answer(HttpResponse.ok(), find(exportId));
  }

  private MutableHttpResponse<String> answer(
      MutableHttpResponse<String> response, SubscriberExport export) {
    var view = new LinkedHashMap<String, Object>();
    view.put("exportId", export.id());
    view.put("state", export.state().text());
    view.put("topic", export.topic());
    view.put("createdAt", Json.instant(export.createdAt()));
    view.put("lines", export.lines());
    switch (export.state()) {
      case RUNNING -> response.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
      case DONE -> {
        view.put("href", links.toDownload(export.id(), LINK).toString());
        view.put("expiresAt", Json.instant(clock.instant().plus(LINK)));
      }
      case FAILED -> {
        // Nothing to wait for, and nothing to get.
      }
    }
    return response.body(Json.text(view));
  }

  private SubscriberExport find(String id) {
    return Optional.of(id)
        .filter(ListIds::wellFormed)
        .flatMap(exports::find)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such export"));
  }
}
