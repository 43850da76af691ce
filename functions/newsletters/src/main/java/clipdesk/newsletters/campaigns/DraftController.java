package clipdesk.newsletters.campaigns;

import clipdesk.common.digests.Sha256;
import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.web.IdempotencyKey;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.subscriptions.Topics;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an editor needs around a draft: a copy of another campaign, and for how many it is. */
@OfEditors
@Controller("/v1/editor/campaigns/{id}")
final class DraftController {
  private final Campaigns campaigns;
  private final Topics topics;
  private final DraftAudience draftAudience;
  private final CountAudience countAudience;
  private final Acting acting;
  private final InstantSource clock;

  DraftController(
      Campaigns campaigns,
      Topics topics,
      DraftAudience draftAudience,
      CountAudience countAudience,
      Acting acting,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.topics = topics;
    this.draftAudience = draftAudience;
    this.countAudience = countAudience;
    this.acting = acting;
    this.clock = clock;
  }

  /**
   * A draft with the same texts, which nobody has tried, for the same people or for those named.
   */
  @Post("/duplicate")
  HttpResponse<String> duplicate(
      HttpRequest<?> request, Caller caller, String id, @Body String body) {
    caller.requireEditor();
    var key = IdempotencyKey.of(request);
    var members = RequestBody.parse(body);
    var named = DraftAudience.read(members);
    members.finish();
    var original = Editors.campaign(campaigns, id);
    var copy = CampaignIds.of(caller, key);
    var hash = Sha256.hex("duplicate\n" + original.id() + named.map(it -> "\n" + it).orElse(""));
    var before = campaigns.bodyHash(copy);
    if (before.isPresent()) {
      if (!before.get().equals(hash)) {
        throw IdempotencyKey.reused();
      }
      return IdempotencyKey.replayed(answer(copy));
    }
    if (!topics.takes(original.topic())) {
      throw ProblemException.invalid("", "unknown-topic", "Its topic takes no campaigns any more");
    }
    named.ifPresent(it -> draftAudience.check(members, original.topic(), it));
    members.finish();
    var content = campaigns.content(original.id()).orElseThrow(Editors::gone);
    var now = clock.instant();
    var draft =
        Campaign.draft(copy, original.name(), original.topic(), now)
            .onlyFor(named.or(original::passedOver), now);
    if (!campaigns.create(
        draft, content, hash, acting.by(caller, CampaignController.language(request)))) {
      throw IdempotencyKey.reused();
    }
    return answer(copy);
  }

  private MutableHttpResponse<String> answer(String id) {
    return CampaignController.tagged(
        HttpResponse.status(HttpStatus.CREATED), Editors.campaign(campaigns, id));
  }

  @Get(uri = "/audience", headRoute = false)
  String audience(Caller caller, String id) {
    caller.requireEditor();
    var audience = countAudience.of(Editors.campaign(campaigns, id));
    var byLanguage = new LinkedHashMap<String, Long>();
    for (var language : Language.values()) {
      byLanguage.put(language.tag(), audience.byLanguage().get(language));
    }
    return Json.text(
        Map.of(
            "total", audience.total(),
            "byLanguage", byLanguage,
            "suppressed", audience.suppressed()));
  }
}
