package clipdesk.newsletters.imports;

import clipdesk.common.digests.Sha256;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.contracts.newsletters.ListToMove.Way;
import clipdesk.newsletters.OfLists;
import clipdesk.newsletters.imports.SubscriberImport.State;
import clipdesk.newsletters.imports.SubscriberImport.Wish;
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
import io.micronaut.http.annotation.Put;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/editor/subscriber-imports}: a list is put, looked at, and then applied. */
@OfLists
@Controller("/v1/editor/subscriber-imports")
final class ImportController {
  static final String ASK = "ask";
  static final String REFUSE = "refuse";

  private static final Duration UPLOAD = Duration.ofMinutes(15);

  /** Until an import that was asked for is begun, if word of it was not lost. */
  private static final Duration LONGEST_WAY = Duration.ofMinutes(1);

  private static final int MOST_TOPICS = 20;

  private final Imports imports;
  private final Topics topics;
  private final ListLinks links;
  private final ListWork work;
  private final InstantSource clock;

  ImportController(
      Imports imports, Topics topics, ListLinks links, ListWork work, InstantSource clock) {
    this.imports = imports;
    this.topics = topics;
    this.links = links;
    this.work = work;
    this.clock = clock;
  }

  @Post
  HttpResponse<String> create(HttpRequest<?> request, Caller caller, @Body String body) {
    caller.requireEditor();
    var id = ListIds.of("import", caller, IdempotencyKey.of(request));
    var wish = wish(RequestBody.parse(body), caller, Sha256.hex(body));
    boolean fresh = imports.create(SubscriberImport.begun(id, wish, clock.instant()));
    var found = find(id);
    if (!found.wish().bodyHash().equals(wish.bodyHash())) {
      throw IdempotencyKey.reused();
    }
    var view = new LinkedHashMap<>(ImportViews.of(found));
    view.put("upload", upload(id));
    var answer = HttpResponse.<String>status(HttpStatus.CREATED).body(Json.text(view));
    return fresh ? answer : IdempotencyKey.replayed(answer);
  }

  private Wish wish(RequestBody members, Caller caller, String bodyHash) {
    var named = members.texts("topics", MOST_TOPICS, 32);
    for (int i = 0; i < named.size(); i++) {
      if (!topics.takes(named.get(i))) {
        members.refuse("topics/" + i, "unknown-topic", "There is no such topic");
      }
    }
    var language = Language.ofTag(members.text("language", 2, 16));
    if (language.isEmpty() && !members.refused("language")) {
      members.refuse("language", "unknown-language", "Use fr, en or uk");
    }
    var without = members.text("withoutProof", 1, 20);
    if (!List.of(ASK, REFUSE).contains(without) && !members.refused("withoutProof")) {
      members.refuse("withoutProof", "unknown-value", "Use refuse or ask");
    }
    members.finish();
    return new Wish(
        named, language.orElseThrow(), without.equals(ASK), caller.accountId(), bodyHash);
  }

  private Map<String, Object> upload(String id) {
    return Map.of(
        "href", links.toUpload(id, UPLOAD).toString(),
        "method", "PUT",
        "headers", Map.of("Content-Type", ListLinks.CONTENT_TYPE),
        "expiresAt", Json.instant(clock.instant().plus(UPLOAD)));
  }

  @Get(uri = "/{importId}", headRoute = false)
  HttpResponse<String> read(Caller caller, String importId) {
    caller.requireEditor();
    return tagged(HttpResponse.ok(), find(importId));
  }

  @Put("/{importId}/state")
  HttpResponse<String> move(
      HttpRequest<?> request, Caller caller, String importId, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    var to = members.text("state", 1, 20);
    members.finish();
    var found = find(importId);
    if (started(found, request)) {
      // Asked for twice, as after a lost answer: word of it may be lost, too.
      return accepted(found);
    }
    EntityTags.require(request, found.version());
    if (!found.is(State.CHECKED) || !to.equals(State.APPLIED.text())) {
      throw illegal(found, to);
    }
    var applying = found.in(State.APPLYING);
    // Before the state: whoever is stopped between the two leaves none that nobody does.
    work.putLater(new ListToMove(Way.TAKE_UP, found.id()), LONGEST_WAY);
    if (!imports.change(found, applying)) {
      throw EntityTags.stale(find(importId).version());
    }
    return accepted(applying);
  }

  private static boolean started(SubscriberImport found, HttpRequest<?> request) {
    return (found.is(State.APPLYING) && EntityTags.names(request, found.version() - 1))
        || (found.is(State.APPLIED) && EntityTags.names(request, found.version() - 2));
  }

  private HttpResponse<String> accepted(SubscriberImport applying) {
    work.put(new ListToMove(Way.IMPORT, applying.id()));
    return tagged(HttpResponse.status(HttpStatus.ACCEPTED), applying);
  }

  private static ProblemException illegal(SubscriberImport from, String to) {
    var allowed = from.is(State.CHECKED) ? List.of(State.APPLIED.text()) : List.<String>of();
    return new ProblemException(ProblemType.ILLEGAL_TRANSITION, "Not from this state")
        .with("from", from.state().text())
        .with("to", to)
        .with("allowed", allowed);
  }

  private static HttpResponse<String> tagged(
      MutableHttpResponse<String> answer, SubscriberImport it) {
    return answer
        .body(Json.text(ImportViews.of(it)))
        .header(HttpHeaders.ETAG, EntityTags.of(it.version()));
  }

  private SubscriberImport find(String id) {
    return Optional.of(id)
        .filter(ListIds::wellFormed)
        .flatMap(imports::find)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such import"));
  }
}
