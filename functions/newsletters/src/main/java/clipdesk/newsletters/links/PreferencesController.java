package clipdesk.newsletters.links;

import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.PageOrJson;
import clipdesk.common.web.Query;
import clipdesk.contracts.newsletters.ErasureToMail;
import clipdesk.newsletters.OfReaders;
import clipdesk.newsletters.subscriptions.EraseSubscriber;
import clipdesk.newsletters.subscriptions.Outgoing;
import clipdesk.newsletters.subscriptions.Subscribers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * {@code /v1/p/{token}}: what one gets, and everything one may do about it. The token is the one
 * that stands in every mail; to be forgotten takes another, which is mailed for that.
 */
@OfReaders
@Controller("/v1/p/{token}")
final class PreferencesController {
  private final LinkSigner signer;
  private final Preferences preferences;
  private final PreferencesAnswers views;
  private final PreferencesPages preferencesPages;
  private final Pages pages;
  private final LinkAnswers answers;
  private final EraseSubscriber eraseSubscriber;
  private final Subscribers subscribers;
  private final Outgoing outgoing;
  private final InstantSource clock;

  PreferencesController(
      LinkSigner signer,
      Preferences preferences,
      PreferencesAnswers views,
      PreferencesPages preferencesPages,
      Pages pages,
      LinkAnswers answers,
      EraseSubscriber eraseSubscriber,
      Subscribers subscribers,
      Outgoing outgoing,
      InstantSource clock) {
    this.signer = signer;
    this.preferences = preferences;
    this.views = views;
    this.preferencesPages = preferencesPages;
    this.pages = pages;
    this.answers = answers;
    this.eraseSubscriber = eraseSubscriber;
    this.subscribers = subscribers;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> show(HttpRequest<?> request, String token) {
    answers.count(request);
    if (ErasureLink.looksLike(token)) {
      return erasure(request, token, /* pressed= */ false);
    }
    var link = UnsubscribeLink.parse(signer, token);
    if (link.isEmpty()) {
      return answers.gone(request);
    }
    var id = link.get().subscriberId();
    if (Query.of(request).text("copy").isPresent()) {
      return LinkAnswers.json(views.copy(id))
          .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"newsletters.json\"");
    }
    return PageOrJson.json(request)
        ? LinkAnswers.json(views.view(id))
        : preferencesPages.page(id, "");
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<String> act(HttpRequest<?> request, String token) {
    answers.count(request);
    if (ErasureLink.looksLike(token)) {
      return erasure(request, token, /* pressed= */ true);
    }
    var link = UnsubscribeLink.parse(signer, token);
    return link.isEmpty() ? answers.gone(request) : act(request, link.get());
  }

  private HttpResponse<String> act(HttpRequest<?> request, UnsubscribeLink link) {
    var id = link.subscriberId();
    boolean json = PageOrJson.json(request);
    var form = FormPage.of(request);
    var told = "";
    switch (form.action().orElse("")) {
      case "save" -> told = save(link, form, json);
      case "unsubscribe-all" -> {
        preferences.unsubscribeAll(link, Preferences.SOURCE);
        told = preferencesPages.saved(id);
      }
      case "undo" -> {
        preferences.undo(link);
        told = preferencesPages.saved(id);
      }
      case "erase" -> {
        outgoing.mail(new ErasureToMail(id, clock.instant()));
        told = pages.notice(subscribers.languageOf(id), "erase.mailed");
      }
      default ->
          throw ProblemException.invalid(
              "/action", "unknown-value", "Use save, unsubscribe-all, undo or erase");
    }
    return json ? LinkAnswers.json(views.view(id)) : preferencesPages.page(id, told);
  }

  private String save(UnsubscribeLink link, FormPage form, boolean json) {
    var language = form.field("language").flatMap(Language::ofTag);
    if (form.has("language") && language.isEmpty()) {
      throw ProblemException.invalid("/language", "unknown-value", "Use fr, en or uk");
    }
    var shown = shown(form, link);
    var wanted = wanted(form);
    if (!json && preferences.outdated(link, shown, wanted)) {
      return pages.warning(subscribers.languageOf(link.subscriberId()), "preferences.changed");
    }
    preferences.save(link, shown, wanted, language);
    return preferencesPages.saved(link.subscriberId());
  }

  private static Set<String> wanted(FormPage form) {
    var wanted = new HashSet<>(form.all("topic"));
    wanted.addAll(form.all("topics"));
    return wanted;
  }

  /** What the page said it showed; of JSON all that there is, in the version that it names. */
  private Map<String, String> shown(FormPage form, UnsubscribeLink link) {
    var shown = new HashMap<String, String>();
    for (var field : form.all("shown")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        shown.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    if (form.has("topics")) {
      var version = form.field("consentTextVersion").orElse("");
      views.choices(views.standing(link.subscriberId())).forEach(it -> shown.put(it.id(), version));
    }
    return shown;
  }

  private HttpResponse<String> erasure(HttpRequest<?> request, String token, boolean pressed) {
    var found = ErasureLink.parse(signer, token);
    if (found.isEmpty()) {
      return answers.gone(request);
    }
    var link = found.get();
    if (!clock.instant().isBefore(link.end())) {
      return answers.old(request, "old.erase");
    }
    var language = subscribers.languageOf(link.subscriberId());
    if (pressed) {
      eraseSubscriber.erase(link.subscriberId(), Preferences.SOURCE);
    }
    if (PageOrJson.json(request)) {
      return LinkAnswers.json(
          Map.of("status", pressed ? "erased" : "asked", "expiresAt", Json.instant(link.end())));
    }
    return pressed
        ? pages.page(language, "erase.title", pages.notice(language, "erase.done"))
        : pages.page(
            language,
            "erase.title",
            pages.says(language, "erase.question"),
            pages.button(language, "erase", "erase.confirm"));
  }
}
