package clipdesk.newsletters.campaigns;

import clipdesk.common.identity.Caller;
import clipdesk.common.json.RequestBody;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.newsletters.OfEditors;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /v1/editor/campaigns/{id}/state}: start, pause, resume, cancel. */
@OfEditors
@Controller("/v1/editor/campaigns/{id}/state")
final class StateController {
  private static final Map<String, Set<String>> MOVES =
      Map.of(
          "draft", Set.of("sending"),
          "sending", Set.of("paused", "cancelled"),
          "paused", Set.of("sending", "cancelled"));

  private final Campaigns campaigns;
  private final MoveCampaign moveCampaign;
  private final StartRules startRules;
  private final Acting acting;

  StateController(
      Campaigns campaigns, MoveCampaign moveCampaign, StartRules startRules, Acting acting) {
    this.campaigns = campaigns;
    this.moveCampaign = moveCampaign;
    this.startRules = startRules;
    this.acting = acting;
  }

  @Put
  HttpResponse<String> move(HttpRequest<?> request, Caller caller, String id, @Body String body) {
    caller.requireEditor();
    var members = RequestBody.parse(body);
    var to = members.text("state", 1, 20);
    var expected = members.number("expectedAudience", 0, Integer.MAX_VALUE);
    if (expected.isPresent() && !to.equals("sending")) {
      members.refuse("expectedAudience", "unknown-field", "Only of a start");
    }
    members.finish();
    var campaign = Editors.campaign(campaigns, id);
    if (campaign.is(to) && EntityTags.names(request, campaign.version() - 1)) {
      // Asked for twice, as after a lost answer: the first one's answer.
      moveCampaign.repeat(campaign);
      return moved(campaign);
    }
    EntityTags.require(request, campaign.version());
    requireAllowed(campaign, to);
    if (campaign.is("draft")) {
      startRules.check(campaign.topic(), expected);
    }
    if (!moveCampaign.move(campaign, to, acting.by(caller, CampaignController.language(request)))) {
      throw EntityTags.stale(Editors.campaign(campaigns, id).version());
    }
    return moved(Editors.campaign(campaigns, id));
  }

  private static HttpResponse<String> moved(Campaign campaign) {
    return CampaignController.tagged(
        HttpResponse.status(campaign.is("sending") ? HttpStatus.ACCEPTED : HttpStatus.OK),
        campaign);
  }

  /** States that an editor may ask for next. */
  static List<String> allowed(Campaign campaign) {
    return MOVES.getOrDefault(campaign.state(), Set.of()).stream().sorted().toList();
  }

  private static void requireAllowed(Campaign campaign, String to) {
    var allowed = allowed(campaign);
    boolean untested = to.equals("sending") && !campaign.tested();
    if (!allowed.contains(to) || untested) {
      throw new ProblemException(
              ProblemType.ILLEGAL_TRANSITION,
              untested ? "Send a test of this revision first" : "Not from this state")
          .with("from", campaign.state())
          .with("to", to)
          .with("allowed", allowed);
    }
  }
}
