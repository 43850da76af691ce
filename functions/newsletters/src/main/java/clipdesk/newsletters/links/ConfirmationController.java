package clipdesk.newsletters.links;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.web.PageOrJson;
import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.subscriptions.ConfirmSubscription;
import clipdesk.newsletters.subscriptions.Confirmation;
import clipdesk.newsletters.subscriptions.Standing;
import clipdesk.newsletters.subscriptions.Topics;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.Map;

/** {@code /v1/subscriptions/confirmations/{token}}: a page with one button, and its button. */
@OfReaders
@Controller("/v1/subscriptions/confirmations/{token}")
final class ConfirmationController {
  private final ConfirmSubscription confirmSubscription;
  private final Topics topics;
  private final Pages pages;
  private final LinkAnswers answers;

  ConfirmationController(
      ConfirmSubscription confirmSubscription, Topics topics, Pages pages, LinkAnswers answers) {
    this.confirmSubscription = confirmSubscription;
    this.topics = topics;
    this.pages = pages;
    this.answers = answers;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> show(HttpRequest<?> request, String token) {
    answers.count(request);
    var found = confirmSubscription.asked(token);
    if (found.isEmpty()) {
      return answers.old(request, "old.text");
    }
    var asked = found.get();
    if (asked.topics().isEmpty()) {
      return answers.old(request, "old.retired");
    }
    var language = asked.language();
    if (PageOrJson.json(request)) {
      return LinkAnswers.json(
          Map.of(
              "topics", asked.topics(),
              "language", language.tag(),
              "address", PreferencesAnswers.masked(asked.email()),
              "askedAt", Json.instant(asked.askedAt()),
              "expiresAt", Json.instant(asked.askedAt().plus(Confirmation.LIFE))));
    }
    return pages.page(
        language,
        "confirm.title",
        pages.says(language, "confirm.question", names(asked)),
        pages.says(
            language,
            "confirm.asked",
            Dates.inWords(asked.askedAt(), language),
            PreferencesAnswers.masked(asked.email())),
        pages.button(language, "confirm", "confirm.button"));
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<?> confirm(HttpRequest<?> request, String token) {
    answers.count(request);
    var found = confirmSubscription.asked(token);
    if (found.isEmpty()) {
      return answers.old(request, "old.text");
    }
    var asked = found.get();
    if (asked.topics().isEmpty()) {
      return answers.old(request, "old.retired");
    }
    boolean deliverable =
        confirmSubscription.confirm(token, asked).status().equals(Standing.ACTIVE);
    if (PageOrJson.json(request)) {
      return LinkAnswers.json(Map.of("topics", asked.topics(), "deliverable", deliverable));
    }
    Language language = asked.language();
    return pages.page(
        language,
        "confirm.title",
        deliverable
            ? pages.notice(language, "confirm.done", names(asked))
            : pages.undeliverable(language));
  }

  private String names(Confirmation asked) {
    return topics.names(asked.topics(), asked.language());
  }
}
