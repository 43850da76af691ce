package clipdesk.newsletters.campaigns;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.mail.WrittenMail;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.common.web.Query;
import clipdesk.common.web.RequestLanguage;
import clipdesk.newsletters.NewslettersConfig;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.links.LinkSigner;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Shows a campaign as it will be mailed, to whoever an editor gives the address. */
@OfEditors
@Controller("/v1")
final class PreviewController {
  private static final String HTML = "html";
  private static final String TEXT = "text";

  private final Campaigns campaigns;
  private final WriteLetters letters;
  private final LinkSigner signer;
  private final RequestLanguage languages;
  private final NewslettersConfig config;
  private final InstantSource clock;

  PreviewController(
      Campaigns campaigns,
      WriteLetters letters,
      LinkSigner signer,
      RequestLanguage languages,
      NewslettersConfig config,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.letters = letters;
    this.signer = signer;
    this.languages = languages;
    this.config = config;
    this.clock = clock;
  }

  @Post("/editor/campaigns/{id}/preview-links")
  HttpResponse<String> link(HttpRequest<?> request, Caller caller, String id, @Body String body) {
    caller.requireEditor();
    IdempotencyKey.of(request);
    RequestBody.parse(body).finish();
    var campaign = Editors.campaign(campaigns, id);
    var end = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(PreviewLink.LIFE);
    var token = new PreviewLink(campaign.id(), campaign.revision(), end).token(signer);
    return HttpResponse.status(HttpStatus.CREATED)
        .body(
            Json.text(
                Map.of(
                    "href", config.publicBaseUrl() + "/v1/previews/" + token,
                    "expiresAt", Json.instant(end),
                    "revision", campaign.revision())));
  }

  @Get("/previews/{token}")
  @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
  HttpResponse<String> show(HttpRequest<?> request, String token) {
    var campaign = campaign(token);
    var language = languages.of(request);
    var part = Query.of(request).text("part").orElse(HTML);
    if (!part.equals(HTML) && !part.equals(TEXT)) {
      throw Query.malformed("part", "html or text");
    }
    var letter = letter(campaign, language);
    return HttpResponse.ok(part.equals(HTML) ? letter.html() : letter.text())
        .contentType(
            MediaType.of(
                part.equals(HTML) ? "text/html; charset=utf-8" : "text/plain; charset=utf-8"))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header("X-Robots-Tag", "noindex")
        .header("Content-Security-Policy", policy());
  }

  /**
   * @throws ProblemException {@code not-found} for a link that is none of ours, {@code
   *     link-expired} for one that is too old, or of a revision that is not the present one
   */
  private Campaign campaign(String token) {
    var link =
        PreviewLink.parse(signer, token)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such link"));
    return campaigns
        .find(link.campaignId())
        .filter(it -> it.revision() == link.revision())
        .filter(_ -> clock.instant().isBefore(link.end()))
        .orElseThrow(
            () -> new ProblemException(ProblemType.LINK_EXPIRED, "Ask for another preview"));
  }

  /** The reader's own links lead to the portal's first page: nobody is unsubscribed by a look. */
  private WrittenMail letter(Campaign campaign, Language language) {
    var content = campaigns.content(campaign.id()).orElseThrow(Editors::gone);
    return letters.letter(campaign, content, language).to(config.webOrigin(), config.webOrigin());
  }

  /** What a mail may have, and nothing that acts: its styles stand in it. */
  private String policy() {
    return "default-src 'none'; img-src %s; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
        .formatted(config.webOrigin());
  }
}
