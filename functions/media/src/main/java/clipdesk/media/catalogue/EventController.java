package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.web.CacheableAnswers;
import clipdesk.common.web.RequestLanguage;
import clipdesk.media.OfVideos;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/** {@code /v1/events}: the programme, for everybody. */
@OfVideos
@Controller("/v1/events")
final class EventController {
  private final ListEvents listEvents;
  private final RequestLanguage languages;

  EventController(ListEvents listEvents, RequestLanguage languages) {
    this.listEvents = listEvents;
    this.languages = languages;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    var language = languages.of(request);
    var programme = listEvents.programme();
    var items = programme.events().stream().map(event -> view(event, language)).toList();
    var body = Json.text(Map.of("items", items));
    return CacheableAnswers.answer(request, body, language, programme.goodFor());
  }

  private static Map<String, Object> view(ListEvents.Event event, Language language) {
    var description = event.newest().description();
    return Map.of(
        "eventId", description.event().id(),
        "name", description.event().name().in(language),
        "from", event.from().toString(),
        "to", event.to().toString(),
        "place", VideoView.place(description.place(), language));
  }
}
