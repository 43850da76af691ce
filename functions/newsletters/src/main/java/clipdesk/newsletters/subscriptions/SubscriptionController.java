package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.web.CallerNetwork;
import clipdesk.common.web.RequestLanguage;
import clipdesk.newsletters.OfReaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opting in, with and without an account. */
@OfReaders
@Controller("/v1")
final class SubscriptionController {
  private final Topics topics;
  private final TakeOffer takeOffer;
  private final AccountSubscriptions ofAccount;
  private final Subscribers subscribers;
  private final AskForConfirmation askForConfirmation;
  private final CallerNetwork network;
  private final RequestLanguage languages;

  SubscriptionController(
      Topics topics,
      TakeOffer takeOffer,
      AccountSubscriptions ofAccount,
      Subscribers subscribers,
      AskForConfirmation askForConfirmation,
      CallerNetwork network,
      RequestLanguage languages) {
    this.topics = topics;
    this.takeOffer = takeOffer;
    this.ofAccount = ofAccount;
    this.subscribers = subscribers;
    this.askForConfirmation = askForConfirmation;
    this.network = network;
    this.languages = languages;
  }

  @Get("/topics")
  HttpResponse<String> topics(HttpRequest<?> request) {
    var language = languages.of(request);
    var views = topics.open().stream().map(it -> TopicViews.of(it, language)).toList();
    return HttpResponse.ok(Json.text(Map.of("topics", views)))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding");
  }

  @Put("/newsletter-offers/{offer}")
  String takeOffer(String offer, @Body String body) {
    var opened = takeOffer.open(offer);
    var members = RequestBody.parse(body);
    var asked = members.texts("topics", 20, 32);
    var language = language(members);
    var version = consent(members);
    members.finish();
    var subscriber = takeOffer.take(opened, asked, language, version);
    return Json.text(
        Map.of(
            "subscriptions", asked.stream().map(topic -> view(topic, language)).toList(),
            "deliverable", deliverable(subscriber)));
  }

  @Get(uri = "/me/subscriptions", headRoute = false)
  String mine(Caller caller) {
    var people = ofAccount.of(caller);
    var views = new LinkedHashMap<String, Map<String, Object>>();
    for (var person : people) {
      subscribers
          .topicsOf(person.id())
          .forEach(topic -> views.putIfAbsent(topic, view(topic, person.language())));
    }
    return Json.text(
        Map.of(
            "subscriptions", List.copyOf(views.values()),
            "deliverable", people.stream().allMatch(SubscriptionController::deliverable)));
  }

  @Put("/me/subscriptions/{topic}")
  String subscribeMe(Caller caller, String topic, @Body String body) {
    var members = RequestBody.parse(body);
    var language = language(members);
    var version = consent(members);
    members.finish();
    var subscriber = ofAccount.subscribe(caller, topic, language, version);
    var view = new LinkedHashMap<>(view(topic, language));
    view.put("deliverable", deliverable(subscriber));
    return Json.text(view);
  }

  /** Whether mail goes to them at all: if not, they are told so. */
  private static boolean deliverable(Subscriber subscriber) {
    return subscriber.status().equals(Standing.ACTIVE);
  }

  @Delete("/me/subscriptions/{topic}")
  HttpResponse<?> unsubscribeMe(Caller caller, String topic) {
    ofAccount.unsubscribe(caller, topic);
    return HttpResponse.noContent();
  }

  @Post("/subscriptions")
  HttpResponse<String> ask(HttpRequest<?> request, @Body String body) {
    var members = RequestBody.parse(body);
    var email = EmailAddress.member(members, "email");
    var asked = members.texts("topics", 20, 32);
    var language = language(members);
    var version = consent(members);
    members.finish();
    topics.require(asked, version);
    askForConfirmation.ask(email.orElseThrow(), asked, language, version, network.of(request));
    return HttpResponse.accepted().body(Json.text(Map.of("status", "check-your-mail")));
  }

  private static Map<String, Object> view(String topic, Language language) {
    return Map.of("topic", topic, "state", "on", "language", language.tag());
  }

  private static Language language(RequestBody members) {
    var tag = members.text("language", 2, 2);
    return Language.ofTag(tag)
        .orElseGet(
            () -> {
              if (!members.refused("language")) {
                members.refuse("language", "unknown-value", "Use fr, en or uk");
              }
              return Language.EN;
            });
  }

  private static String consent(RequestBody members) {
    return members.text("consentTextVersion", 1, 20);
  }
}
