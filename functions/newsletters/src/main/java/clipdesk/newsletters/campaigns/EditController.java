package clipdesk.newsletters.campaigns;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.MergePatch;
import clipdesk.common.json.RequestBody;
import clipdesk.common.localisation.Language;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.newsletters.OfEditors;
import clipdesk.newsletters.subscriptions.Topics;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** {@code /v1/editor/campaigns/{id}}: a draft is written anew, or thrown away. */
@OfEditors
@Controller("/v1/editor/campaigns/{id}")
final class EditController {
  private final Campaigns campaigns;
  private final Topics topics;
  private final DraftRules draftRules;
  private final DraftAudience draftAudience;
  private final Acting acting;
  private final InstantSource clock;

  EditController(
      Campaigns campaigns,
      Topics topics,
      DraftRules draftRules,
      DraftAudience draftAudience,
      Acting acting,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.topics = topics;
    this.draftRules = draftRules;
    this.draftAudience = draftAudience;
    this.acting = acting;
    this.clock = clock;
  }

  /** By the rules that a new draft has; what is the same as before makes no revision. */
  @Patch
  @Consumes("application/merge-patch+json")
  HttpResponse<String> edit(HttpRequest<?> request, Caller caller, String id, @Body String body) {
    caller.requireEditor();
    RequestBody.parse(body);
    var draft = draft(request, id);
    var before = campaigns.content(id).orElseThrow(Editors::gone);
    var whole = new HashMap<String, Object>();
    whole.put("name", draft.name());
    whole.put("topic", draft.topic());
    whole.put("content", before.texts());
    DraftAudience.put(whole, draft);
    var members = RequestBody.parse(Json.text(MergePatch.applied(whole, Json.object(body))));
    var name = members.text("name", 1, 120);
    var topic = members.text("topic", 2, 32);
    var content = DraftRules.content(members);
    // One that was retired meanwhile stands until another is chosen, and keeps from the start.
    if (!members.refused("topic") && !topic.equals(draft.topic()) && !topics.takes(topic)) {
      members.refuse("topic", "unknown-topic", "There is no such topic");
    }
    var audience = DraftAudience.read(members);
    if (!audience.equals(draft.passedOver()) || !topic.equals(draft.topic())) {
      audience.ifPresent(it -> draftAudience.check(members, topic, it));
    }
    var now = clock.instant();
    var edited = draft.edited(name, topic).onlyFor(audience, now);
    draftRules.check(members, edited, content);
    members.finish();
    var parts = parts(draft, edited, before, content);
    if (parts.isEmpty()) {
      return CampaignController.tagged(HttpResponse.ok(), draft);
    }
    var by = acting.by(caller, CampaignController.language(request));
    if (!campaigns.edit(draft, edited, content, parts, by, now)) {
      throw EntityTags.stale(Editors.campaign(campaigns, id).version());
    }
    return CampaignController.tagged(HttpResponse.ok(), Editors.campaign(campaigns, id));
  }

  private static List<String> parts(Campaign draft, Campaign edited, Content before, Content now) {
    var parts = new ArrayList<String>();
    if (!draft.name().equals(edited.name())) {
      parts.add("/name");
    }
    if (!draft.topic().equals(edited.topic())) {
      parts.add("/topic");
    }
    if (!draft.passedOver().equals(edited.passedOver())) {
      parts.add("/audience");
    }
    for (var language : Language.values()) {
      if (!Objects.equals(before.in(language), now.in(language))) {
        parts.add("/content/" + language.tag());
      }
    }
    return parts;
  }

  @Delete
  HttpResponse<String> delete(HttpRequest<?> request, Caller caller, String id) {
    caller.requireEditor();
    var draft = draft(request, id);
    if (!campaigns.delete(
        draft, acting.by(caller, CampaignController.language(request)), clock.instant())) {
      throw EntityTags.stale(Editors.campaign(campaigns, id).version());
    }
    return HttpResponse.noContent();
  }

  private Campaign draft(HttpRequest<?> request, String id) {
    var campaign = Editors.campaign(campaigns, id);
    EntityTags.require(request, campaign.version());
    if (!campaign.is("draft")) {
      throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "Only a draft is changed")
          .with("from", campaign.state())
          .with("to", "draft")
          .with("allowed", StateController.allowed(campaign));
    }
    return campaign;
  }
}
