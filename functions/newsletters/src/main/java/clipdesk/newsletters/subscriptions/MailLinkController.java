package clipdesk.newsletters.subscriptions;

import clipdesk.common.digests.Sha256;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.GatewayEvents;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.InstantSource;

/**
 * Where links in mails lead. A GET shows a button and changes nothing; a POST acts. All of them
 * answer with a page; who names JSON alone gets it, too, as there is nothing else to be had here.
 */
@Controller("/v1")
final class MailLinkController {
  private final Keyed keyed;
  private final Subscribers subscribers;
  private final Confirmations confirmations;
  private final Topics topics;
  private final Pages pages;
  private final InstantSource clock;

  MailLinkController(
      Keyed keyed,
      Subscribers subscribers,
      Confirmations confirmations,
      Topics topics,
      Pages pages,
      InstantSource clock) {
    this.keyed = keyed;
    this.subscribers = subscribers;
    this.confirmations = confirmations;
    this.topics = topics;
    this.pages = pages;
    this.clock = clock;
  }

  @Get("/u/{token}")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> showUnsubscribe(String token) {
    var link = UnsubscribeLink.parse(keyed, token);
    var language = language(link.subscriberId());
    return pages.question(language, "unsubscribe", topics.name(link.topic(), language));
  }

  /**
   * RFC 8058: whatever the body and the headers say, a POST ends the subscription; no redirect, no
   * cookie.
   */
  @Post("/u/{token}")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<String> unsubscribe(HttpRequest<?> request, String token) {
    var link = UnsubscribeLink.parse(keyed, token);
    var language = language(link.subscriberId());
    // From the event itself: a request without a body counts as well.
    var body = GatewayEvents.of(request).getBody();
    boolean button = body != null && body.contains("action=unsubscribe");
    subscribers.unsubscribe(
        link.subscriberId(),
        link.topic(),
        button ? "unsubscribe-page" : "one-click",
        clock.instant());
    return pages.done(language, "unsubscribe", topics.name(link.topic(), language));
  }

  @Get("/subscriptions/confirmations/{token}")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> showConfirmation(String token) {
    var asked = confirmation(token);
    return pages.question(asked.language(), "confirm", names(asked));
  }

  @Post("/subscriptions/confirmations/{token}")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> confirm(String token) {
    var asked = confirmation(token);
    var now = clock.instant();
    var subscriber = subscribers.ofAddress(asked.email(), asked.language(), now);
    var on = subscribers.topicsOf(subscriber.id());
    asked.topics().stream()
        .filter(topic -> !on.contains(topic))
        .forEach(
            topic ->
                subscribers.subscribe(
                    subscriber, topic, asked.language(), "public-form", asked.textVersion(), now));
    return pages.done(asked.language(), "confirm", names(asked));
  }

  private Confirmation confirmation(String token) {
    return confirmations
        .find(Sha256.hex(token), clock.instant())
        .orElseThrow(() -> new ProblemException(ProblemType.LINK_EXPIRED, "The link is too old"));
  }

  private String names(Confirmation asked) {
    return String.join(
        ", ", asked.topics().stream().map(it -> topics.name(it, asked.language())).toList());
  }

  private Language language(String subscriberId) {
    return subscribers.find(subscriberId).map(Subscriber::language).orElse(Language.EN);
  }
}
