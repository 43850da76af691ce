package clipdesk.newsletters.subscriptions;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.CallerNetwork;
import clipdesk.common.web.RequestLanguage;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Opting in, with and without an account. */
@Controller("/v1")
final class SubscriptionController {
  private final Topics topics;
  private final Offers offers;
  private final Subscribers subscribers;
  private final AskForConfirmation askForConfirmation;
  private final CallerNetwork network;
  private final RequestLanguage languages;
  private final InstantSource clock;

  SubscriptionController(
      Topics topics,
      Offers offers,
      Subscribers subscribers,
      AskForConfirmation askForConfirmation,
      CallerNetwork network,
      RequestLanguage languages,
      InstantSource clock) {
    this.topics = topics;
    this.offers = offers;
    this.subscribers = subscribers;
    this.askForConfirmation = askForConfirmation;
    this.network = network;
    this.languages = languages;
    this.clock = clock;
  }

  @Get("/topics")
  HttpResponse<String> topics(HttpRequest<?> request) {
    var language = languages.of(request);
    return HttpResponse.ok(Json.text(Map.of("topics", topics.all(language))))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding");
  }

  @Put("/newsletter-offers/{offer}")
  String takeOffer(String offer, @Body String body) {
    var opened = offers.open(offer);
    var members = RequestBody.parse(body);
    var asked = members.texts("topics", 20, 32);
    var language = language(members);
    var version = consent(members);
    members.finish();
    topics.require(asked);
    var now = clock.instant();
    var subscriber = subscribers.ofAddress(opened.email(), language, now);
    subscribers.linkAccount(opened.accountId(), subscriber.id());
    asked.forEach(
        topic ->
            subscribers.subscribe(subscriber, topic, language, "verification-offer", version, now));
    return Json.text(
        Map.of(
            "subscriptions", asked.stream().map(topic -> view(topic, language)).toList(),
            "deliverable", subscriber.status().equals("active")));
  }

  @Get(uri = "/me/subscriptions", headRoute = false)
  String mine(Caller caller) {
    var subscriber = subscribers.ofAccount(caller.accountId());
    List<Map<String, Object>> views =
        subscriber
            .map(
                it ->
                    subscribers.topicsOf(it.id()).stream()
                        .map(topic -> view(topic, it.language()))
                        .toList())
            .orElse(List.of());
    return Json.text(Map.of("subscriptions", views));
  }

  @Put("/me/subscriptions/{topic}")
  String subscribeMe(Caller caller, String topic, @Body String body) {
    var members = RequestBody.parse(body);
    var language = language(members);
    var version = consent(members);
    members.finish();
    topics.require(List.of(topic));
    var now = clock.instant();
    var subscriber =
        subscribers
            .ofAccount(caller.accountId())
            .or(
                () ->
                    caller
                        .email()
                        .flatMap(EmailAddress::of)
                        .map(it -> subscribers.ofAddress(it, language, now)))
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/", "address-unknown", "Confirm your address by mail first"));
    subscribers.linkAccount(caller.accountId(), subscriber.id());
    subscribers.subscribe(subscriber, topic, language, "account-page", version, now);
    return Json.text(view(topic, language));
  }

  @Delete("/me/subscriptions/{topic}")
  HttpResponse<?> unsubscribeMe(Caller caller, String topic) {
    subscribers
        .ofAccount(caller.accountId())
        .ifPresent(it -> subscribers.unsubscribe(it.id(), topic, "account-page", clock.instant()));
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
    topics.require(asked);
    var wish = new Confirmation(email.orElseThrow(), asked, language, version);
    askForConfirmation.ask(wish, network.of(request));
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
    var version = members.text("consentTextVersion", 1, 20);
    if (!members.refused("consentTextVersion") && !version.equals(Topics.CONSENT_VERSION)) {
      throw new ProblemException(ProblemType.TERMS_OUTDATED, "Read the current text first")
          .with("currentTermsVersion", Topics.CONSENT_VERSION);
    }
    return version;
  }
}
