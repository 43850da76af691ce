package clipdesk.newsletters.links;

import clipdesk.common.localisation.Language;
import clipdesk.common.web.PageOrJson;
import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.subscriptions.Subscribers;
import clipdesk.newsletters.subscriptions.Topics;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/u/{token}}: leave a newsletter, by one click of a mail provider or by a page. */
@OfReaders
@Controller("/v1/u/{token}")
final class UnsubscribeController {
  private static final String BY_PAGE = "unsubscribe-page";

  private final LinkSigner signer;
  private final Subscribers subscribers;
  private final Preferences preferences;
  private final Topics topics;
  private final Pages pages;
  private final LinkAnswers answers;

  UnsubscribeController(
      LinkSigner signer,
      Subscribers subscribers,
      Preferences preferences,
      Topics topics,
      Pages pages,
      LinkAnswers answers) {
    this.signer = signer;
    this.subscribers = subscribers;
    this.preferences = preferences;
    this.topics = topics;
    this.pages = pages;
    this.answers = answers;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> show(HttpRequest<?> request, String token) {
    answers.count(request);
    var link = UnsubscribeLink.parse(signer, token);
    if (link.isEmpty()) {
      return answers.gone(request);
    }
    var language = subscribers.languageOf(link.get().subscriberId());
    if (PageOrJson.json(request)) {
      return LinkAnswers.json(state(link.get(), language));
    }
    var name = topics.name(link.get().topic(), language);
    return pages.page(
        language,
        "unsubscribe.title",
        pages.says(language, "unsubscribe.question", name),
        pages.button(language, "unsubscribe", "unsubscribe.button"),
        choices(language, token));
  }

  /**
   * RFC 8058: whatever the body and the headers say, a POST ends the subscription; no redirect, no
   * cookie, and no limit. Only a button of ours says otherwise.
   */
  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<String> act(HttpRequest<?> request, String token) {
    var found = UnsubscribeLink.parse(signer, token);
    if (found.isEmpty()) {
      return answers.gone(request);
    }
    var link = found.get();
    var action = FormPage.of(request).action().orElse("");
    switch (action) {
      case "unsubscribe" -> preferences.unsubscribe(link, BY_PAGE);
      case "unsubscribe-all" -> preferences.unsubscribeAll(link, BY_PAGE);
      case "undo" -> preferences.undo(link);
      default -> preferences.unsubscribe(link, "one-click");
    }
    var language = subscribers.languageOf(link.subscriberId());
    return PageOrJson.json(request)
        ? LinkAnswers.json(state(link, language))
        : done(link, language, action, token);
  }

  private HttpResponse<String> done(
      UnsubscribeLink link, Language language, String action, String token) {
    var parts = new ArrayList<String>();
    var names = topics.names(subscribers.topicsOf(link.subscriberId()), language);
    var name = topics.name(link.topic(), language);
    switch (action) {
      case "undo" -> parts.add(pages.notice(language, "undo.done", names));
      case "unsubscribe-all" -> parts.add(pages.notice(language, "all.done"));
      default -> parts.add(pages.notice(language, "unsubscribe.done", name));
    }
    if (preferences.undoable(link.subscriberId()).isPresent()) {
      parts.add(pages.says(language, "undo.text"));
      parts.add(pages.button(language, "undo", "undo.button"));
    }
    if (!names.isEmpty() && !action.equals("undo")) {
      parts.add(pages.says(language, "unsubscribe.other", names));
      parts.add(pages.button(language, "unsubscribe-all", "all.button", "plain", ""));
    }
    parts.add(choices(language, token));
    return pages.page(language, "unsubscribe.title", parts.toArray(String[]::new));
  }

  private String choices(Language language, String token) {
    return "<p><a class=\"go\" href=\"/v1/p/%s\">%s</a></p>"
        .formatted(Pages.escaped(token), pages.text(language, "preferences.manage"));
  }

  private Map<String, Object> state(UnsubscribeLink link, Language language) {
    var standing = subscribers.standing(link.subscriberId());
    boolean on = standing.filter(it -> it.on(link.topic())).isPresent();
    var state = new LinkedHashMap<String, Object>();
    state.put("topic", link.topic());
    state.put("name", topics.name(link.topic(), language));
    state.put("state", on ? "on" : "off");
    state.put("language", language.tag());
    preferences
        .undoable(link.subscriberId())
        .ifPresent(it -> state.put("undo", PreferencesAnswers.undo(it)));
    return state;
  }
}
