package clipdesk.newsletters.campaigns;

import clipdesk.common.addresses.EmailAddress;
import clipdesk.common.digests.Sha256;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.limits.CallLimits;
import clipdesk.common.localisation.Language;
import clipdesk.common.paging.Cursors;
import clipdesk.common.paging.PageRequest;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.common.web.Query;
import clipdesk.contracts.newsletters.TestToMail;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.subscriptions.Outgoing;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/editor/campaigns}: for members of the group editors. */
@OfEditors
@Controller("/v1/editor/campaigns")
final class CampaignController {
  /** Each mails a letter in up to three languages. */
  private static final long TEST_SENDS = 20;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<String> STATES =
      List.of("draft", "scheduled", "sending", "paused", "sent", "cancelled");

  private static final String LIST = "/v1/editor/campaigns";

  private final Campaigns campaigns;
  private final CampaignPages pages;
  private final CampaignDetails details;
  private final CampaignReport report;
  private final Topics topics;
  private final WriteLetters letters;
  private final DraftRules draftRules;
  private final DraftAudience draftAudience;
  private final Outgoing outgoing;
  private final Cursors cursors;
  private final CallLimits limits;
  private final Acting acting;
  private final InstantSource clock;

  CampaignController(
      Campaigns campaigns,
      CampaignPages pages,
      CampaignDetails details,
      CampaignReport report,
      Topics topics,
      WriteLetters letters,
      DraftRules draftRules,
      DraftAudience draftAudience,
      Outgoing outgoing,
      Cursors cursors,
      CallLimits limits,
      Acting acting,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.pages = pages;
    this.details = details;
    this.report = report;
    this.topics = topics;
    this.letters = letters;
    this.draftRules = draftRules;
    this.draftAudience = draftAudience;
    this.outgoing = outgoing;
    this.cursors = cursors;
    this.limits = limits;
    this.acting = acting;
    this.clock = clock;
  }

  @Post
  HttpResponse<String> create(HttpRequest<?> request, Caller caller, @Body String body) {
    caller.requireEditor();
    var key = IdempotencyKey.of(request);
    var members = RequestBody.parse(body);
    var name = members.text("name", 1, 120);
    var topic = members.text("topic", 2, 32);
    var content = DraftRules.content(members);
    if (!members.refused("topic") && !topics.takes(topic)) {
      members.refuse("topic", "unknown-topic", "There is no such topic");
    }
    var audience = DraftAudience.read(members);
    audience.ifPresent(it -> draftAudience.check(members, topic, it));
    var id = CampaignIds.of(caller, key);
    var now = clock.instant();
    var draft = Campaign.draft(id, name, topic, now).onlyFor(audience, now);
    draftRules.check(members, draft, content);
    members.finish();
    var hash = Sha256.hex(body);
    boolean fresh = campaigns.create(draft, content, hash, acting.by(caller, language(request)));
    if (!fresh && campaigns.bodyHash(id).filter(hash::equals).isEmpty()) {
      throw IdempotencyKey.reused();
    }
    var response = tagged(HttpResponse.status(HttpStatus.CREATED), find(id));
    return fresh ? response : IdempotencyKey.replayed(response);
  }

  @Get(headRoute = false)
  String list(HttpRequest<?> request, Caller caller) {
    caller.requireEditor();
    var asked = PageRequest.of(request);
    var state = state(request);
    var scope = LIST + state.map(it -> " " + it).orElse("");
    var after = asked.cursor().map(it -> cursors.decode(scope, it).get("after"));
    var page = pages.page(state, after, asked.limit());
    var body = new LinkedHashMap<String, Object>();
    body.put("items", page.campaigns().stream().map(CampaignController::view).toList());
    page.lastKey()
        .ifPresent(it -> body.put("nextCursor", cursors.encode(scope, Map.of("after", it))));
    return Json.text(body);
  }

  private static Optional<String> state(HttpRequest<?> request) {
    var state = Query.of(request).text("state");
    if (state.filter(it -> !STATES.contains(it)).isPresent()) {
      throw Query.malformed("state", String.join(", ", STATES));
    }
    return state;
  }

  @Get(uri = "/{id}", headRoute = false)
  HttpResponse<String> read(Caller caller, String id) {
    caller.requireEditor();
    var campaign = find(id);
    var view = view(campaign);
    view.putAll(details.of(id));
    return HttpResponse.ok(Json.text(view))
        .header(HttpHeaders.ETAG, EntityTags.of(campaign.version()));
  }

  @Get(uri = "/{id}/preview", headRoute = false)
  String preview(HttpRequest<?> request, Caller caller, String id) {
    caller.requireEditor();
    var language = Query.of(request).text("lang").map(Editors::language).orElse(Language.EN);
    var campaign = find(id);
    var content = campaigns.content(id).orElseThrow(Editors::gone);
    var letter = letters.letter(campaign, content, language);
    var view = new LinkedHashMap<String, Object>();
    view.put("subject", letter.subject());
    view.put("text", letter.text());
    view.put("html", letter.html());
    var bytes = draftRules.bytes(campaign, content);
    var sizes = new LinkedHashMap<String, Object>();
    bytes.forEach((of, many) -> sizes.put(of.tag(), many));
    view.put("bytes", sizes);
    view.put("mostBytes", DraftRules.MOST_BYTES);
    view.put("warnings", DraftWarnings.views(content, bytes));
    return Json.text(view);
  }

  @Post("/{id}/test-sends")
  HttpResponse<String> test(HttpRequest<?> request, Caller caller, String id, @Body String body) {
    caller.requireEditor();
    var key = IdempotencyKey.of(request);
    var members = RequestBody.parse(body);
    var languages = members.texts("languages", 3, 2);
    members.finish();
    requireKnown(languages);
    var campaign = find(id);
    var to =
        caller
            .email()
            .flatMap(EmailAddress::of)
            .orElseThrow(
                () -> new ProblemException(ProblemType.FORBIDDEN, "Your address is not proven"));
    limits.count("test-sends", caller.accountId(), TEST_SENDS, HOUR, clock.instant());
    var act = CampaignIds.ofTest(caller, key, campaign);
    outgoing.mail(new TestToMail(id, campaign.revision(), languages, to.text(), act));
    return HttpResponse.accepted().body(Json.text(Map.of("status", "queued")));
  }

  private static void requireKnown(List<String> languages) {
    for (int i = 0; i < languages.size(); i++) {
      if (Language.ofTag(languages.get(i)).isEmpty()) {
        throw ProblemException.invalid(
            "/languages/" + i, "unknown-language", "Mails are in en, fr and uk");
      }
    }
  }

  @Get(uri = "/{id}/report", headRoute = false)
  String report(Caller caller, String id) {
    caller.requireEditor();
    return Json.text(report.of(find(id)));
  }

  private Campaign find(String id) {
    return Editors.campaign(campaigns, id);
  }

  /** That somebody's browser asks for, in which they are written to. */
  static Language language(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE))
        .flatMap(Language::accepted)
        .orElse(Language.EN);
  }

  static MutableHttpResponse<String> tagged(MutableHttpResponse<?> response, Campaign campaign) {
    return response
        .body(Json.text(view(campaign)))
        .header(HttpHeaders.ETAG, EntityTags.of(campaign.version()));
  }

  private static Map<String, Object> view(Campaign campaign) {
    var view = new LinkedHashMap<String, Object>();
    view.put("campaignId", campaign.id());
    view.put("name", campaign.name());
    view.put("state", campaign.state());
    campaign.sendAt().ifPresent(it -> view.put("sendAt", Json.instant(it)));
    campaign.pausedReason().ifPresent(it -> view.put("pausedReason", it));
    view.put("listed", campaign.listed());
    view.put("revision", campaign.revision());
    view.put("testedRevision", campaign.testedRevision());
    view.put("topic", campaign.topic());
    DraftAudience.put(view, campaign);
    view.put("languages", List.of("en", "fr", "uk"));
    return view;
  }
}
