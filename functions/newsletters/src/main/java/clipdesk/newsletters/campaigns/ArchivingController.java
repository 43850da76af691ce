package clipdesk.newsletters.campaigns;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.Json;
import clipdesk.common.json.RequestBody;
import clipdesk.common.web.EntityTags;
import clipdesk.newsletters.OfEditors;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import java.time.InstantSource;
import java.util.Map;

/** {@code /v1/editor/campaigns/{id}/archive}: whether everybody may read it. */
@OfEditors
@Controller("/v1/editor/campaigns/{id}/archive")
final class ArchivingController {
  private final Campaigns campaigns;
  private final Archive archive;
  private final Acting acting;
  private final InstantSource clock;

  ArchivingController(Campaigns campaigns, Archive archive, Acting acting, InstantSource clock) {
    this.campaigns = campaigns;
    this.archive = archive;
    this.acting = acting;
    this.clock = clock;
  }

  @Put
  HttpResponse<String> list(HttpRequest<?> request, Caller caller, String id, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    boolean listed = members.flag("listed");
    members.finish();
    var campaign = Editors.campaign(campaigns, id);
    EntityTags.require(request, campaign.version());
    if (!archive.list(
        campaign,
        listed,
        acting.by(caller, CampaignController.language(request)),
        clock.instant())) {
      throw EntityTags.stale(Editors.campaign(campaigns, id).version());
    }
    return HttpResponse.ok(Json.text(Map.of("campaignId", id, "listed", listed)))
        .header(HttpHeaders.ETAG, EntityTags.of(Editors.campaign(campaigns, id).version()));
  }
}
