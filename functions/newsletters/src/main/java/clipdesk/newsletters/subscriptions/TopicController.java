package clipdesk.newsletters.subscriptions;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.newsletters.OfEditors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/editor/topics}: what one may follow, also what takes nobody any more. */
@OfEditors
@Controller("/v1/editor/topics")
final class TopicController {
  private static final long NONE = 0;

  private final Topics topics;
  private final WriteTopic writeTopic;

  TopicController(Topics topics, WriteTopic writeTopic) {
    this.topics = topics;
    this.writeTopic = writeTopic;
  }

  @Get(headRoute = false)
  String list(Caller caller) {
    caller.requireEditor();
    return Json.text(Map.of("topics", topics.all().stream().map(TopicViews::ofEditors).toList()));
  }

  @Put("/{topic}")
  HttpResponse<String> put(HttpRequest<?> request, Caller caller, String topic, @Body String body) {
    caller.requireEditor();
    if (!Topic.ID.matcher(topic).matches()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "No topic can have this id");
    }
    var wish = WishedTopic.read(RequestBody.parse(body));
    var before = topics.present(topic);
    if (before.filter(wish::of).isPresent()) {
      // Applied already, as after a lost answer (RFC 9110, 13.1.1).
      return answer(HttpStatus.OK, before.get());
    }
    requireSeen(request, before);
    var after = wish.as(topic, before.map(Topic::version).orElse(NONE) + 1);
    if (!writeTopic.write(after)) {
      throw EntityTags.stale(topics.present(topic).map(Topic::version).orElse(NONE));
    }
    return answer(before.isPresent() ? HttpStatus.OK : HttpStatus.CREATED, after);
  }

  /** A new one has nothing to be seen: whoever names a version means another. */
  private static void requireSeen(HttpRequest<?> request, Optional<Topic> before) {
    if (before.isPresent()) {
      EntityTags.require(request, before.get().version());
    } else if (request.getHeaders().contains(HttpHeaders.IF_MATCH)) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED, "There is no such topic yet");
    }
  }

  private static HttpResponse<String> answer(HttpStatus status, Topic topic) {
    return HttpResponse.<String>status(status)
        .body(Json.text(TopicViews.ofEditors(topic)))
        .header(HttpHeaders.ETAG, EntityTags.of(topic.version()));
  }
}
